import Domain
import JSON

/// What a session is in the middle of. It is stored with the session, so that a handheld, a daemon or a person may go
/// away at any moment and the same prompt stands when they come back.
///
/// One more dialogue is a folder with its state, machine and effects, what it says and the words of that in each
/// language, and its line in ``kinds``.
struct Dialogue: Equatable {
    /// Every kind that there is. What a session keeps was written by one of them, and the others do not read it.
    static let kinds: [any DialogueState.Type] = [
        PickingState.self, PutBackState.self, UnpackState.self, CountingState.self, PackingState.self,
    ]

    /// Those that lead through a tour.
    static let walks: [any WalkState.Type] = kinds.compactMap { $0 as? any WalkState.Type }

    static let idle = Dialogue(state: nil)

    /// Where it stands; nil where the session is idle.
    let state: (any DialogueState)?

    init(_ state: any DialogueState) { self.state = state }

    private init(state: (any DialogueState)?) { self.state = state }

    /// Reads what ``json`` wrote.
    init(_ object: JSONObject, of session: SessionRow) throws(Refusal) {
        var found: (any DialogueState)?
        for kind in Self.kinds where found == nil { found = kind.init(json: object) }
        if found == nil, object["at"]?.string != "idle" {
            throw .unreadable("session \(session): its dialogue is \(JSONValue.object(object))")
        }
        state = found
    }

    static func == (left: Dialogue, right: Dialogue) -> Bool {
        guard let state = left.state, let other = right.state else {
            return left.state == nil && right.state == nil
        }
        return state.isEqual(to: other)
    }
}

extension DialogueState {
    fileprivate func isEqual(to other: any DialogueState) -> Bool { (other as? Self) == self }
}

extension Dialogue {
    init(of session: Session) throws(Refusal) { try self.init(session.dialogue, of: session.row) }

    var json: JSONObject { state?.json ?? ["at": "idle"] }
    var work: SessionWork { state?.work ?? SessionWork() }
    var name: String { state?.name ?? "idle" }
}
