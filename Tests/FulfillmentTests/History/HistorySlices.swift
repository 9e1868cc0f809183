import Domain
import JSON
import Operations
import TestOperations

@testable import Fulfillment

extension TestSite {
    func wait(hours: Int = 0, days: Int = 0) {
        now = now.adding(seconds: hours * 3_600).adding(days: days)
    }

    /// One slice of the daemon's own housekeeping.
    ///
    /// - Returns: how many were moved or dropped.
    @discardableResult
    func slice(_ part: HistorySlice.Part, limit: Int = 100) throws -> Int {
        try done(HistorySlice(part, limit: limit)).done
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
        try done(OrderCancel(OrderID(id)))
    }

    func orders(_ list: OrderList = OrderList()) throws -> [OrderID] { try read(list).orders.map(\.order) }
}
