import Domain
import LineProtocol
import Operations

/// What is scanned for a prompt, in either dialogue.
protocol Scan: Operation where Result == Prompt {
    var session: SessionRow { get set }
    var step: Int { get set }
    var code: String { get set }
}

extension TourScan: Scan {}
extension PackScan: Scan {}

/// A badge at work: a session, and the dialogue that the daemon leads in it.
struct Handheld {
    let party: Party
    let session: SessionRow

    /// Starts a session: with a cart to walk, or at a station to pack.
    init(
        badge: String, cart: CartCode? = nil, station: StationCode? = nil, socket: String
    ) throws(DemoFault) {
        party = try Party(badge, socket: socket)
        var start = SessionStart()
        start.badge = BadgeID(badge)
        start.device = DeviceID("h-\(badge)")
        start.cart = cart
        start.station = station
        session = try party.call(start).session
    }

    /// The next tour's first prompt; one at rest where none waits.
    func nextTour() throws(DemoFault) -> Prompt {
        var next = TourNext()
        next.session = session
        return try party.call(next)
    }

    /// Sets a tote or an order on the bench.
    func startPacking(_ code: String) throws(DemoFault) -> Prompt {
        var start = PackStart()
        start.session = session
        start.code = code
        return try party.call(start)
    }

    /// Scans for a prompt.
    func scan<Sent: Scan>(_ type: Sent.Type, _ code: String, for prompt: Prompt) throws(DemoFault) -> Prompt {
        try party.call(made(type, code, for: prompt))
    }

    /// Scans what must be refused.
    func wrongScan<Sent: Scan>(
        _ type: Sent.Type, _ code: String, for prompt: Prompt
    ) throws(DemoFault) -> LineError {
        try party.refusal(of: made(type, code, for: prompt))
    }

    private func made<Sent: Scan>(_ type: Sent.Type, _ code: String, for prompt: Prompt) -> Sent {
        var scan = Sent()
        scan.session = session
        scan.step = prompt.step
        scan.code = code
        return scan
    }

    /// What a worker scans who does as the screen says.
    func need(_ text: String?, for prompt: Prompt) throws(DemoFault) -> String {
        guard let text else {
            throw .unexpected(
                party: party.name,
                what: "a prompt for \(prompt.expect.rawValue) shows nothing to scan: \(prompt.show.json.keys)"
            )
        }
        return text
    }

    func end() throws(DemoFault) {
        var end = SessionEnd()
        end.session = session
        _ = try party.call(end)
    }
}
