import Domain
import Store

/// Where a page of orders ends: the order's id, with its client before it where it has one.
///
///     OrderKey.text("", "O-1"), OrderKey.text("ACME", "O-1")      // "O-1", "ACME/O-1"
///     OrderKey.text("", "2026/7"), OrderKey.text("A/S", "O-1")    // "/2026/7", "A~1S/O-1"
enum OrderKey {
    private static let separator: Character = "/"
    /// What a code before others may not have, lest it end at the wrong place.
    private static let escapes = [("~", "~0"), ("/", "~1")]

    static func escaped(_ code: String) -> String {
        escapes.reduce(code) { $0.replacing($1.0, with: $1.1) }
    }

    static func unescaped(_ text: some StringProtocol) -> String {
        escapes.reversed().reduce(String(text)) { $0.replacing($1.1, with: $1.0) }
    }

    static func text(_ client: ClientID, _ order: OrderID) -> String {
        if client.isEmpty && !order.text.contains(separator) { return order.text }
        return "\(escaped(client.text))\(separator)\(order)"
    }

    /// - Parameter client: the only client that is listed, whose orders may be named by their ids alone.
    static func read(_ text: String, client: ClientID?) -> (client: ClientID, id: OrderID) {
        let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            let owner = ClientID(unescaped(parts[0]))
            if client == nil || client == owner { return (owner, OrderID(String(parts[1]))) }
        }
        return (client ?? "", OrderID(text))
    }
}

/// Where a page of the orders of a SKU ends: the urgency of the last, "-" where it holds no promise, its row, its warehouse
/// and its client.
///
///     "509000000000000000/7/NY/ACME", "-/12/W~1S/"
extension SKUOrderKey {
    var text: String {
        let urgency = rank.map { String($0) } ?? "-"
        return "\(urgency)/\(order)/\(OrderKey.escaped(warehouse.text))/\(client)"
    }

    /// - Throws: where it is none, so that a list does not begin again from its start.
    init(text: String) throws(Refusal) {
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let row = Int(parts[1]), parts[0] == "-" || Int(parts[0]) != nil else {
            throw .badParams(param: "after", problem: "\"\(text)\" is no key of the list of a SKU's orders")
        }
        self.init(
            client: ClientID(String(parts[3])), warehouse: WarehouseCode(OrderKey.unescaped(parts[2])),
            rank: Int(parts[0]), order: OrderRow(row))
    }
}
