import Domain
import JSON

/// What a session is in the middle of. It is stored with the session, so that a handheld, a daemon or a person may go
/// away at any moment and the same prompt stands when they come back.
///
/// One more dialogue is a folder with its state, machine and effects, and here its case.
enum Dialogue: Equatable {
    case idle
    case picking(PickingState)
    case packing(PackingState)
    case puttingBack(PutBackState)
    case unpacking(UnpackState)
    case counting(CountingState)

    /// Its state; nil where the session is idle.
    var state: (any DialogueState)? {
        switch self {
        case .idle: nil
        case .picking(let state): state
        case .packing(let state): state
        case .puttingBack(let state): state
        case .unpacking(let state): state
        case .counting(let state): state
        }
    }

    /// Reads what ``json`` wrote.
    init(_ object: JSONObject, of session: SessionRow) throws(Refusal) {
        if let state = PickingState(json: object) {
            self = .picking(state)
        } else if let state = PutBackState(json: object) {
            self = .puttingBack(state)
        } else if let state = UnpackState(json: object) {
            self = .unpacking(state)
        } else if let state = CountingState(json: object) {
            self = .counting(state)
        } else if let state = PackingState(json: object) {
            self = .packing(state)
        } else if object["at"]?.string == "idle" {
            self = .idle
        } else {
            throw .unreadable("session \(session): its dialogue is \(JSONValue.object(object))")
        }
    }
}

extension Dialogue {
    init(of session: Session) throws(Refusal) { try self.init(session.dialogue, of: session.row) }

    var json: JSONObject { state?.json ?? ["at": "idle"] }
    var work: SessionWork { state?.work ?? SessionWork() }
    var name: String { state?.name ?? "idle" }
}

extension Session {
    /// The walk that the session is on, of whatever kind; refuses what is for people on one.
    @discardableResult
    func onTour() throws(Refusal) -> Dialogue {
        let dialogue = try Dialogue(of: self)
        guard dialogue.work.tour != nil else {
            throw .wrongState(thing: "session \(row)", state: dialogue.name, wanted: "on a tour")
        }
        return dialogue
    }

    /// Refuses what is for people at a bench with a parcel.
    func checkPacks() throws(Refusal) {
        let dialogue = try Dialogue(of: self)
        guard dialogue.work.parcel == nil else { return }
        throw .wrongState(thing: "session \(row)", state: dialogue.name, wanted: "packing")
    }
}
