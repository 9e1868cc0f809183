import Fulfillment
import JSON

@testable import ShiftScript
@testable import wmsd

/// What the daemon and the clients do, one thing at a call.
extension WireHouse {
    /// Decides what waits.
    func commit() throws {
        if try decider.commit() > 1 { counts.sharedCommits += 1 }
    }

    func answerQuestion() {
        if decider.questionCount > 0 { counts.laterAnswers += 1 }
        decider.answerQuestion()
    }

    func reconnect(_ party: String) { counts.lostAnswers += client(of: party).reconnect().count }

    /// One step of the planner's turn.
    func plan() { counts.adoptedCarts += planner.step(with: decider) }

    func restart() throws {
        try decider.restart()
        planner = SteppedPlanner()
        for party in parties { client(of: party).daemonDied() }
        reconnect(Self.watcher)
    }

    /// Goes on until everybody has all answers.
    func settle(afterCommit: () throws -> Void) throws {
        for _ in 0..<1_000 {
            for party in parties {
                reconnect(party)
                if client(of: party).connection.isOpen { client(of: party).deliverAll() }
            }
            try commit()
            try afterCommit()
            decider.runReads()
            while decider.questionCount > 0 { answerQuestion() }
            if try decider.commit() == 0, parties.allSatisfy({ client(of: $0).isIdle }) { return }
            try afterCommit()
        }
        faults.append("somebody waits for an answer for ever")
    }

    // MARK: One request at a time

    func answer(to errand: Errand) throws -> JSONValue {
        let request = send(errand)
        request.isAwaited = true
        if errand.party != Errand.daemon { client(of: errand.party).deliverAll() }
        for _ in 0..<100 where request.result == nil && request.refusal == nil {
            try decider.commit()
            decider.runReads()
            decider.answerQuestion()
        }
        return try Self.answer(to: request)
    }

    private static func answer(to request: ShiftClient.Request) throws -> JSONValue {
        if let answer = request.answer { return answer }
        throw request.refusal ?? Refused(kind: "none", message: "no answer came to \(request.errand)")
    }

    /// Asks on a connection of its own, between two commits.
    func read(_ method: String, _ params: JSONObject) throws -> JSONValue {
        let request = send(Errand(party: Self.watcher, method: method, params: params))
        request.isAwaited = true
        client(of: Self.watcher).deliverAll()
        decider.runReads()
        return try Self.answer(to: request)
    }

    /// Events come without a gap.
    func news() throws -> [(type: String, subject: String)] {
        let events = try decider.site.events(after: heard, types: nil, limit: 10_000).events
        if events.map(\.sequence) != (0..<events.count).map({ heard + 1 + $0 }) {
            faults.append("events after \(heard): \(events.map(\.sequence))")
        }
        heard = events.last?.sequence ?? heard
        return try events.map { ($0.type, try JSONValue(parsing: $0.text)["subject"]?.string ?? "") }
    }

    func wait(hours: Int) { decider.now = decider.now.adding(seconds: hours * 3_600) }
}
