import JSON

/// The house that a shift is played in: its rules alone, or the daemon's way of requests in front of them.
protocol House: AnyObject {
    /// Sends a request and waits for its answer.
    ///
    /// - Throws: ``Refused`` where it was refused.
    func answer(to errand: Errand) throws -> JSONValue

    /// Asks for what changes nothing.
    func read(_ method: String, _ params: JSONObject) throws -> JSONValue

    /// What has happened since this was called before: the types of the events, and what they are about.
    func news() throws -> [(type: String, subject: String)]

    /// So many hours go by.
    func wait(hours: Int) throws

    /// Closes the house and opens it again.
    func restart() throws

    /// Makes tours of all that waits in the pools.
    func plan() throws
}

extension House {
    func read(_ method: String) throws -> JSONValue { try read(method, [:]) }
}

/// Why a request was refused.
struct Refused: Error {
    let kind: String
    let message: String
}

/// One request of a shift: what is sent, by whom, and what its answer means to them.
struct Errand {
    /// Who sends it, on a connection of its own.
    let party: String
    let method: String
    let params: JSONObject
    /// Names the change: sent again with the same one it happens once. Nil for what changes nothing and for what the
    /// daemon asks of itself.
    var commandID: String?
    /// Whether somebody who sees the answers one by one would still send it.
    var isStillMeant: () -> Bool = { true }
    /// Called with the first answer.
    var onAnswer: (JSONValue) -> Void = { _ in }
    /// Called where it is refused.
    var onRefusal: () -> Void = {}

    /// Who knows no prompts, and may send ahead of the answers.
    static let office = ["oms", "stock", "driver", "labels"]

    /// The daemon's own requests, which come over no wire.
    static let daemon = "daemon"
}

/// Numbers the changes of a shift.
final class CommandIDs {
    private var made = 0

    func next() -> String {
        made += 1
        return "c-\(made)"
    }
}
