import Domain
import JSON

@testable import Fulfillment

extension TestSite {
    func wait(hours: Int = 0, days: Int = 0) {
        now = now.adding(seconds: hours * 3_600).adding(days: days)
    }

    /// One slice of the daemon's own housekeeping.
    ///
    /// - Returns: how many were moved or dropped.
    @discardableResult
    func slice(_ part: String, limit: Int = 100) throws -> Int {
        try done("history.slice", ["part": .string(part), "limit": .int(limit)])["done"]?.int ?? 0
    }

    /// An order of pens that is packed and with its driver.
    func ship(_ id: String, pens: Int = 2) throws {
        try send(id, [("PEN", pens)])
        try pickEverything()
        try pack(id)
        try handOver(id)
    }

    /// An order that was cancelled before anything was picked.
    func cancelled(_ id: String, _ more: JSONObject = [:]) throws {
        try allocate(id, [("PEN", 1)], more)
        try done("order.cancel", ["order_id": .string(id)])
    }

    func orders(_ filter: JSONObject = [:]) throws -> [String] {
        (try read("order.list", filter)["orders"]?.array ?? []).compactMap { $0["order_id"]?.string }
    }
}
