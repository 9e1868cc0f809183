import Domain
import GRDB
import JSON
import WarehouseLayout

/// A badge at work on a device.
struct Session {
    let row: SessionRow
    let badge: String
    let device: String
    let warehouse: WarehouseCode
    let station: String?
    let cart: String?
    let isOpen: Bool
    /// The number of the prompt that stands; a scan answers exactly this one.
    let step: Int
    let dialogue: Dialogue

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        badge = row["badge"]
        device = row["device"]
        warehouse = row["warehouse"]
        station = row["station"]
        cart = row["cart"]
        isOpen = row["ended_at"] as Int? == nil
        step = row["step"]
        dialogue = try Dialogue(row.object("dialogue"), of: self.row)
    }
}

extension Session {
    /// The walk that the session is on.
    func onTour() throws(Refusal) -> Dialogue.Picking {
        guard case .picking(let picking) = dialogue else {
            throw .wrongState(thing: "session \(row)", state: dialogue.name, wanted: "on a tour")
        }
        return picking
    }

    /// The parcel that the session is at.
    func atBench() throws(Refusal) -> Dialogue.Packing {
        guard case .packing(let packing) = dialogue else {
            throw .wrongState(thing: "session \(row)", state: dialogue.name, wanted: "packing")
        }
        return packing
    }
}

extension Transaction {
    /// The open session of this number; from here on its person stands in every event.
    func session(_ row: SessionRow) throws(Refusal) -> Session {
        guard let found = try self.row("SELECT * FROM session WHERE id = ?", [row]) else {
            throw .unknownSession(row.number)
        }
        let session = try Session(found)
        guard session.isOpen else {
            throw .wrongState(thing: "session \(row)", state: "ended", wanted: "open; start a new one")
        }
        person = Person(badge: session.badge, device: session.device)
        return session
    }

    /// Moves a session's dialogue on: the next prompt has the next step number.
    func advance(_ session: Session, to dialogue: Dialogue) throws(Refusal) -> Session {
        try run(
            "UPDATE session SET step = step + 1, dialogue = ? WHERE id = ?", [dialogue.text, session.row])
        return try self.session(session.row)
    }

    /// A scan must answer the prompt that stands.
    ///
    /// - Parameter step: nil where the caller names none and means the one that stands.
    func check(_ step: Int?, of session: Session) throws(Refusal) {
        guard let step, step != session.step else { return }
        throw .staleStep(current: session.step, given: step)
    }
}
