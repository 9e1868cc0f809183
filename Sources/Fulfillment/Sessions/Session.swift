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

    init(_ row: Row) {
        self.row = row["id"]
        badge = row["badge"]
        device = row["device"]
        warehouse = row["warehouse"]
        station = row["station"]
        cart = row["cart"]
        isOpen = row["ended_at"] as Int? == nil
        step = row["step"]
        dialogue = Dialogue(text: row["dialogue"])
    }
}

extension Transaction {
    /// The open session that the parameters name; from here on its person stands in every event.
    func session(_ params: Params) throws(Refusal) -> Session {
        try session(SessionRow(try params.int("session")))
    }

    func session(_ row: SessionRow) throws(Refusal) -> Session {
        guard let found = try self.row("SELECT * FROM session WHERE id = ?", [row]) else {
            throw .unknownSession(row.number)
        }
        let session = Session(found)
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
    func checkStep(_ params: Params, of session: Session) throws(Refusal) {
        let step = try params.int("step")
        guard step == session.step else { throw .staleStep(current: session.step, given: step) }
    }
}
