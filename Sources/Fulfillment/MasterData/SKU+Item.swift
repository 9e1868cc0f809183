import Domain
import Cartonization
import JSON

extension SKU {
    /// So many pieces as the packing engine sees them.
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)`` naming what is wrong in ``packing``.
    func item(quantity: Int) throws(PackingError) -> Item {
        var json = packing
        json["sku"] = .string(id.text)
        json["qty"] = .int(quantity)
        json["size_mm"] = .array(size.sides.map { .int($0) })
        json["weight_g"] = .int(weightG)
        return try Item(json: .object(json), place: "packing")
    }
}

extension Refusal {
    /// A size, weight or rule that the packing engine refuses, named as the command names it.
    init(_ error: PackingError) {
        switch error {
        case .item(_, _, let field, let problem):
            let place = ["size_mm", "weight_g"].contains(field) ? "" : "packing."
            self = .badParams(param: place + field, problem: problem)
        case .box(_, let field, let problem): self = .badParams(param: field, problem: problem)
        case .malformed(let field, let problem): self = .badParams(param: field, problem: problem)
        default: self = .badParams(param: "packing", problem: error.description)
        }
    }
}
