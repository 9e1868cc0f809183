import Domain
import JSON
import LineProtocol
import Operations

/// Leads one worker through prompts until the input ends.
///
/// The daemon runs the dialogue; this shows what it says and sends what was scanned, with the prompt's step.
/// `answer` carries one change to the daemon and survives a lost connection.
struct FloorDialogue {
    enum Work: CaseIterable {
        /// Tours with a cart: the daemon names the next one.
        case picking
        /// Totes at a station: the worker names the next one.
        case packing
    }

    let work: Work
    let session: SessionRow
    let answer: (_ operation: any Operation) throws(ClientError) -> JSONValue
    let ask: (_ prompt: Prompt, _ refusal: LineError?) -> String?

    /// Returns at the end of input.
    func run() throws(ClientError) {
        var refusal: LineError?
        guard var prompt = try begin(after: &refusal) else { return }
        while true {
            guard let input = ask(prompt, refusal) else { return }
            refusal = nil
            if prompt.isAtRest {
                guard let next = try begin(after: &refusal) else { return }
                prompt = next
            } else if !input.isEmpty {
                prompt = try scan(prompt.code(for: input), at: prompt, after: &refusal)
            }
        }
    }

    private func begin(after refusal: inout LineError?) throws(ClientError) -> Prompt? {
        switch work {
        case .picking: try nextTour(after: &refusal)
        case .packing: try nextTote()
        }
    }

    /// The next tour's first prompt; with nothing to pick the worker may ask again.
    private func nextTour(after refusal: inout LineError?) throws(ClientError) -> Prompt {
        var next = TourNext()
        next.session = session
        do throws(ClientError) { return try prompt(for: next) } catch {
            guard let refused = error.refusal else { throw error }
            refusal = refused
            return Prompt(expect: .none, say: "No tour now.")
        }
    }

    /// Asks for a tote or an order until the daemon accepts one; nil at the end of input.
    private func nextTote() throws(ClientError) -> Prompt? {
        let question = Prompt(expect: .tote, say: "Scan the tote or key the order to pack.")
        var refusal: LineError?
        while let input = ask(question, refusal) {
            if input.isEmpty { continue }
            var start = PackStart()
            (start.session, start.code) = (session, input)
            do throws(ClientError) { return try prompt(for: start) } catch {
                guard let refused = error.refusal else { throw error }
                refusal = refused
            }
        }
        return nil
    }

    private func scan(
        _ code: String, at asked: Prompt, after refusal: inout LineError?
    ) throws(ClientError) -> Prompt {
        do throws(ClientError) { return try scan(code, step: asked.step) } catch {
            guard let refused = error.refusal else { throw error }
            refusal = refused
            return try prompt(in: refused) ?? asked
        }
    }

    private func scan(_ code: String, step: Int) throws(ClientError) -> Prompt {
        switch work {
        case .picking:
            var scan = TourScan()
            (scan.session, scan.step, scan.code) = (session, step, code)
            return try prompt(for: scan)
        case .packing:
            var scan = PackScan()
            (scan.session, scan.step, scan.code) = (session, step, code)
            return try prompt(for: scan)
        }
    }

    /// - Throws: ``ClientError/unreadable(method:fault:)`` where the daemon asks for what this program does not know.
    private func prompt<Asked: Operation>(for asked: Asked) throws(ClientError) -> Prompt
    where Asked.Result == Prompt {
        try Asked.result(in: try answer(asked))
    }

    /// The prompt that a refused scan carries.
    private func prompt(in refused: LineError) throws(ClientError) -> Prompt? {
        guard let prompt = refused.data["prompt"] else { return nil }
        return switch work {
        case .picking: try TourScan.result(in: prompt)
        case .packing: try PackScan.result(in: prompt)
        }
    }
}
