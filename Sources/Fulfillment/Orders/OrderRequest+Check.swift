import Domain
import Labels
import LineProtocol
import Operations

/// What an order must be beyond the types of its members, and what its lines are called.
extension OrderRequest {
    /// What its lines are called, in their order: as the caller calls them, or by their place, counted from 1.
    var lineNames: [LineID] { items.enumerated().map { $1.line ?? LineID(String($0 + 1)) } }

    /// What is wrong with its members, as one, and that the capacities do not add up.
    var faults: [Refusal] {
        var faults: [Refusal] = []
        do throws(Refusal) { try Refusal.check(lineFaults + addressFaults) } catch { faults.append(error) }
        guard let totalCapacity, !items.isEmpty else { return faults }
        let sum = items.reduce(0) { $0 + ($1.capacity ?? 0) }
        if totalCapacity != sum {
            faults.append(.capacityMismatch(order: order.text, total: totalCapacity, sum: sum))
        }
        return faults
    }

    private var lineFaults: [ParamFault] {
        if items.isEmpty { return [ParamFault("order.items", "is empty; an order has at least one item")] }
        // Their places alone are different names.
        guard items.contains(where: { $0.line != nil }) else { return [] }
        var faults: [ParamFault] = []
        var names: Set<LineID> = []
        for (index, name) in lineNames.enumerated() where !names.insert(name).inserted {
            faults.append(ParamFault("order.items.\(index).line", "the line \"\(name)\" stands twice"))
        }
        return faults
    }

    /// An address that no label can show is refused when it is sent, not at the bench hours later.
    private var addressFaults: [ParamFault] {
        var faults: [ParamFault] = []
        if !PrintableText.isVisible(shipTo.name) {
            faults.append(ParamFault("order.ship_to.name", "nothing is to be seen in it; give a name"))
        }
        if shipTo.country.count != 2 {
            faults.append(
                ParamFault(
                    "order.ship_to.country", "\"\(shipTo.country)\" is not a two-letter country code"))
        }
        let texts = [
            ("name", shipTo.name), ("city", shipTo.city), ("state", shipTo.state ?? ""),
            ("postcode", shipTo.postcode ?? ""), ("country", shipTo.country), ("phone", shipTo.phone ?? ""),
        ]
        for (name, text) in texts + shipTo.lines.map({ ("lines", $0) }) {
            guard let character = PrintableText.fault(in: text) else { continue }
            faults.append(
                ParamFault(
                    "order.ship_to.\(name)",
                    "it has the character \(character), which cannot be printed; leave it out"))
        }
        return faults
    }
}
