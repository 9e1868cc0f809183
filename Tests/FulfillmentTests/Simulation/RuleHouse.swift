import Domain
import JSON

@testable import Fulfillment
@testable import ShiftScript

/// The rules alone as the house of a shift: every request is decided when it is sent, in a commit of its own.
final class RuleHouse: House {
    let site: TestSite
    private var heard = 0

    init() throws {
        site = try TestSite()
        heard = try site.site.head
    }

    func answer(to errand: Errand) throws -> JSONValue {
        do {
            return try site.done(errand.method, errand.params, id: errand.commandID)
        } catch let refusal as Refusal {
            throw Refused(kind: refusal.kind.rawValue, message: "\(refusal)")
        }
    }

    func read(_ method: String, _ params: JSONObject) throws -> JSONValue { try site.read(method, params) }

    func news() throws -> [(type: String, subject: String)] {
        let events = try site.site.events(after: heard, types: nil, limit: 1_000).events
        heard = events.last?.sequence ?? heard
        return try events.map { ($0.type, try JSONValue(parsing: $0.text)["subject"]?.string ?? "") }
    }

    func wait(hours: Int) { site.wait(hours: hours) }
    func restart() throws { try site.reopen() }
    func plan() throws { try site.plan(.prompt) }
}

extension RandomShift {
    /// A shift in a house of its own, with its site.
    static func alone(seed: UInt64) throws -> (shift: RandomShift, site: TestSite) {
        let house = try RuleHouse()
        return (try RandomShift(seed: seed, in: house), house.site)
    }
}
