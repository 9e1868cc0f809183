import JSON
import LineProtocol

/// A badge at work: a session, and the dialogue that the daemon leads in it.
struct Handheld {
    /// What the daemon asks for next.
    struct Prompt {
        let step: Int
        let expect: String
        let show: JSONObject

        init(_ value: JSONValue) {
            step = value["step"]?.int ?? 0
            expect = value["expect"]?.string ?? "none"
            show = value["show"]?.object ?? [:]
        }

        var isAtRest: Bool { expect == "none" }

        /// What stands on the screen under this name, as a scanner would read it.
        func shown(_ names: String...) -> String? {
            for name in names {
                switch show[name] {
                case .string(let text) where !text.isEmpty: return text
                case .int(let number): return String(number)
                default: continue
                }
            }
            return nil
        }
    }

    let party: Party
    private let session: JSONValue

    /// - Parameter place: `cart` or `station`, and which.
    init(badge: String, place: (name: String, value: String), socket: String) throws(DemoFault) {
        party = try Party(badge, socket: socket)
        let started = try party.change(
            "session.start",
            ["badge": .string(badge), "device": .string("h-\(badge)"), place.name: .string(place.value)])
        session = started["session"] ?? .null
    }

    func change(_ method: String, _ params: JSONObject = [:]) throws(DemoFault) -> Prompt {
        Prompt(try party.change(method, withSession(params)))
    }

    /// Scans for a prompt.
    func scan(_ method: String, _ code: String, for prompt: Prompt) throws(DemoFault) -> Prompt {
        try change(method, ["step": .int(prompt.step), "code": .string(code)])
    }

    /// Scans what must be refused.
    func wrongScan(_ method: String, _ code: String, for prompt: Prompt) throws(DemoFault) -> LineError {
        try party.refusal(of: method, withSession(["step": .int(prompt.step), "code": .string(code)]))
    }

    /// What a worker scans who does as the screen says.
    func need(_ text: String?, for prompt: Prompt) throws(DemoFault) -> String {
        guard let text else {
            throw .unexpected(
                party: party.name,
                what: "a prompt for \(prompt.expect) shows nothing to scan: \(prompt.show.keys)")
        }
        return text
    }

    func end() throws(DemoFault) { _ = try party.change("session.end", ["session": session]) }

    private func withSession(_ params: JSONObject) -> JSONObject {
        var params = params
        params["session"] = session
        return params
    }
}
