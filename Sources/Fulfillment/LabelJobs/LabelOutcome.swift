import JSON

/// What the daemon found of a job's file in the spool.
public struct LabelOutcome: Sendable, Equatable {
    public let job: Int
    /// With the number they name the file, so that one of another history is not taken for this job's.
    public let key: String
    public let copy: Int
    public let state: LabelState
    /// Why, where it failed.
    public let reason: String?

    public init(job: Int, key: String, copy: Int, state: LabelState, reason: String? = nil) {
        (self.job, self.key, self.copy, self.state, self.reason) = (job, key, copy, state, reason)
    }

    public init(_ state: LabelState, of job: LabelJob, reason: String? = nil) {
        self.init(job: job.number, key: job.key, copy: job.copy, state: state, reason: reason)
    }

    var json: JSONValue {
        var object: JSONObject = [
            "job": .int(job), "key": .string(key), "copy": .int(copy), "outcome": .string(state.rawValue),
        ]
        if let reason { object["reason"] = .string(reason) }
        return .object(object)
    }
}

/// Commands that are the daemon's own: no caller may send them.
extension Command {
    /// Takes outcomes down, all in one decision, in their order. The answer is read by ``settledJobs(in:)``.
    public static func settling(_ outcomes: [LabelOutcome]) -> Command {
        own("labels.settle", ["outcomes": .array(outcomes.map(\.json))])
    }

    /// The jobs that an answer to ``settling(_:)`` knows; the files of others are not this history's.
    public static func settledJobs(in answer: String) -> Set<Int> {
        let known = (try? JSONValue(parsing: answer))?["known"]?.array ?? []
        return Set(known.compactMap(\.int))
    }

    /// Tells that labels of a printer wait because they cannot be written.
    public static func tellingWait(for printer: String, reason: String) -> Command {
        own("labels.wait", ["printer": .string(printer), "reason": .string(reason)])
    }

    private static func own(_ method: String, _ params: JSONObject) -> Command {
        Command(method: method, params: params, commandID: nil, actor: Actor(userID: 0, roles: []))
    }
}
