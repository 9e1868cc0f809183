import JSON

@testable import Fulfillment

/// Somebody who is sent to count.
extension TestSite {
    /// - Returns: a person at the first prompt of the next count tour.
    func counter(_ badge: String = "P1") throws -> Handheld {
        let counter = try picker(badge)
        try done("tour.next", ["session": .int(counter.session), "kinds": ["count"]])
        try counter.nextTour()
        return counter
    }

    @discardableResult
    func openCount(_ place: JSONObject) throws -> [Int] {
        var params: JSONObject = ["kind": "count", "warehouse": "WH-NY"]
        for (key, value) in place.members { params[key] = value }
        return try done("task.open", params)["tasks"]?.array?.compactMap(\.int) ?? []
    }

    func tasks(_ filter: JSONObject = [:]) throws -> [JSONValue] {
        try read("task.list", filter)["tasks"]?.array ?? []
    }

    /// Pieces in a bin by the books, of one status or of all.
    func onHand(_ sku: String, in bin: String, status: String? = nil) throws -> Int {
        let rows = try read("stock.list", ["bin": .string(bin), "sku": .string(sku)])["stock"]?.array ?? []
        return rows.filter { status == nil || $0["status"]?.string == status }
            .reduce(0) { $0 + ($1["on_hand"]?.int ?? 0) }
    }

    /// The answer to a count of one SKU that a lead brings.
    func count(_ quantity: Int, _ sku: String, in bin: String, isComplete: Bool = false) throws -> JSONValue {
        var params: JSONObject = [
            "bin": .string(bin), "lines": [["sku": .string(sku), "qty": .int(quantity)]],
        ]
        if isComplete { params["complete"] = true }
        return try done("stock.count", params)
    }
}

extension Handheld {
    func scan(_ codes: [String]) throws { for code in codes { try scan(code) } }

    /// Counts a bin from its prompt to the next: item and quantity, one after another, and nothing else.
    func count(_ goods: [(String, Int)]) throws {
        try answer()
        for (code, quantity) in goods { try scan([code, String(quantity)]) }
        try scan("done")
        if expects == "yes_no" { try scan("yes") }
    }
}
