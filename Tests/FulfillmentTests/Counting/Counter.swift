import Domain
import Operations
import TestOperations

@testable import Fulfillment

/// Somebody who is sent to count.
extension TestSite {
    /// - Returns: a person at the first prompt of the next count tour.
    func counter(_ badge: String = "P1") throws -> Handheld {
        let counter = try picker(badge)
        try done(TourNext(counter.session, kinds: [.count]))
        try counter.nextTour()
        return counter
    }

    /// Has a bin counted.
    @discardableResult
    func openCount(_ bin: String, reason: String? = nil) throws -> [TaskRow] {
        try done(TaskOpen(countOf: BinCode(bin), reason: reason, in: "WH-NY")).tasks
    }

    /// Has every bin counted that holds a SKU.
    @discardableResult
    func openCount(ofEach sku: SKUID, isBlind: Bool = false) throws -> [TaskRow] {
        try done(TaskOpen(countOf: nil, or: sku, isBlind: isBlind, in: "WH-NY")).tasks
    }

    /// Pieces in a bin by the books, of one status or of all.
    func onHand(_ sku: String, in bin: String, status: StockStatus? = nil) throws -> Int {
        let rows = try read(StockList(SKUID(sku), in: BinCode(bin))).stock
        return rows.filter { status == nil || $0.status == status }.reduce(0) { $0 + $1.onHand }
    }

    /// The answer to a count of one SKU that a lead brings.
    func count(
        _ quantity: Int, _ sku: String, in bin: String, isComplete: Bool = false
    ) throws -> StockCount.Result {
        try done(StockCount(BinCode(bin), [(SKUID(sku), quantity)], isComplete: isComplete))
    }
}

extension Handheld {
    func scan(_ codes: [String]) throws { for code in codes { try scan(code) } }

    /// Counts a bin from its prompt to the next: item and quantity, one after another, and nothing else.
    func count(_ goods: [(String, Int)]) throws {
        try answer()
        for (code, quantity) in goods { try scan([code, String(quantity)]) }
        try scan("done")
        if expects == .yesNo { try scan("yes") }
    }
}
