import Domain

extension SKU {
    /// The pieces of so many units.
    ///
    /// - Throws: ``Refusal/unknownUnit(sku:unit:known:)`` where the SKU has no such unit.
    func pieces(_ quantity: Int, _ name: UnitName) throws(Refusal) -> Int {
        guard let each = self.quantity(in: name) else {
            throw .unknownUnit(sku: id.text, unit: name.rawValue, known: ["each"] + units.map(\.name.rawValue))
        }
        let (pieces, overflows) = quantity.multipliedReportingOverflow(by: each)
        guard !overflows, pieces <= Limits.quantityMax else {
            throw .badParams(param: "qty", problem: "\(quantity) × \(each) are more than \(Limits.quantityMax) pieces")
        }
        return pieces
    }

    /// The pieces in one unit; nil where the SKU has no such unit. One piece needs no declaration.
    func quantity(in name: UnitName) -> Int? { unit(name)?.quantity ?? (name == .each ? 1 : nil) }
}

extension Transaction {
    func sku(_ id: SKUID, of client: ClientID) throws(Refusal) -> SKU {
        guard let sku = try store.skus.sku(id, of: client) else { throw .unknownSKU(id.text) }
        return sku
    }

    /// The SKUs of these ids, one for each; those that are not known are refused all at once.
    func skus(_ ids: [SKUID], of client: ClientID) throws(Refusal) -> [SKU] {
        var found: [SKU] = []
        var unknown: [SKUID] = []
        for id in ids {
            if let sku = try store.skus.sku(id, of: client) { found.append(sku) } else { unknown.append(id) }
        }
        try Refusal.refuse(forUnknown: unknown)
        return found
    }

    /// The barcodes of one piece of a SKU, sorted.
    func barcodes(of id: SKUID, _ client: ClientID) throws(Refusal) -> [String] {
        try store.skus.barcodes(of: id, client)
    }
}

extension Refusal {
    /// - Throws: all SKUs that are not known, each once; nothing where there are none.
    static func refuse(forUnknown skus: [SKUID]) throws(Refusal) {
        if skus.isEmpty { return }
        var unknown: [String] = []
        for sku in skus where !unknown.contains(sku.text) { unknown.append(sku.text) }
        if unknown.count == 1 { throw .unknownSKU(unknown[0]) }
        throw .unknownSKUs(unknown)
    }
}
