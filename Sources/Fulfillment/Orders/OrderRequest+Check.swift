import Domain
import Labels
import Operations

/// What an order must be beyond the types of its members.
extension OrderRequest {
    func check() throws(Refusal) {
        try checkLines()
        try checkAddress()
        guard let totalCapacity else { return }
        let sum = items.reduce(0) { $0 + ($1.capacity ?? 0) }
        guard totalCapacity == sum else {
            throw .capacityMismatch(order: order.text, total: totalCapacity, sum: sum)
        }
    }

    private func checkLines() throws(Refusal) {
        guard !items.isEmpty else {
            throw .badParams(param: "order.items", problem: "is empty; an order has at least one item")
        }
        var names: Set<LineID> = []
        for (index, item) in items.enumerated() {
            let name = item.line ?? LineID(String(index + 1))
            guard names.insert(name).inserted else {
                throw .badParams(param: "order.items.\(index).line", problem: "the line \"\(name)\" stands twice")
            }
        }
    }

    /// What no label can show is told to the shop that sends it, not to the packer hours later.
    private func checkAddress() throws(Refusal) {
        guard PrintableText.isVisible(shipTo.name) else {
            throw .badParams(param: "order.ship_to.name", problem: "nothing is to be seen in it; give a name")
        }
        guard shipTo.country.count == 2 else {
            throw .badParams(
                param: "order.ship_to.country",
                problem: "\"\(shipTo.country)\" is not a two-letter country code")
        }
        let texts = [
            ("name", shipTo.name), ("city", shipTo.city), ("state", shipTo.state ?? ""),
            ("postcode", shipTo.postcode ?? ""), ("country", shipTo.country), ("phone", shipTo.phone ?? ""),
        ]
        for (name, text) in texts + shipTo.lines.map({ ("lines", $0) }) {
            guard let character = PrintableText.fault(in: text) else { continue }
            throw .badParams(
                param: "order.ship_to.\(name)",
                problem: "it has the character \(character), which cannot be printed; leave it out")
        }
    }
}
