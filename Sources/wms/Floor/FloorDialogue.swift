import JSON
import LineProtocol

/// Leads one worker through prompts until the input ends.
///
/// The daemon runs the dialogue; this shows what it says and sends what was scanned, with the prompt's step.
/// `answer` carries one change to the daemon and survives a lost connection.
struct FloorDialogue {
    enum Work {
        /// Tours with a cart: the daemon names the next one.
        case picking
        /// Totes at a station: the worker names the next one.
        case packing
    }

    let work: Work
    let session: JSONValue
    let answer: (_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue
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
        do throws(ClientError) {
            return Prompt(try answer("tour.next", ["session": session]))
        } catch {
            guard let refused = error.refusal else { throw error }
            refusal = refused
            return Prompt(asking: "none", say: "No tour now.")
        }
    }

    /// Asks for a tote or an order until the daemon takes one; nil at the end of input.
    private func nextTote() throws(ClientError) -> Prompt? {
        let question = Prompt(asking: "tote", say: "Scan the tote or key the order to pack.")
        var refusal: LineError?
        while let input = ask(question, refusal) {
            if input.isEmpty { continue }
            do throws(ClientError) {
                return Prompt(try answer("pack.start", ["session": session, "code": .string(input)]))
            } catch {
                guard let refused = error.refusal else { throw error }
                refusal = refused
            }
        }
        return nil
    }

    private func scan(
        _ code: String, at prompt: Prompt, after refusal: inout LineError?
    ) throws(ClientError) -> Prompt {
        let method = work == .picking ? "tour.scan" : "pack.scan"
        do throws(ClientError) {
            return Prompt(
                try answer(method, ["session": session, "step": .int(prompt.step), "code": .string(code)]))
        } catch {
            guard let refused = error.refusal else { throw error }
            refusal = refused
            return refused.data["prompt"].map(Prompt.init) ?? prompt
        }
    }
}
