import JSON

/// Pieces of one SKU for one or more lines, from bins that all of them are offered.
struct SharedGoods {
    /// What one line asks for.
    struct Share {
        /// The line's number, where it has one.
        let line: JSONValue?
        var quantity: Int
    }

    let sku: JSONValue?
    let bins: [OfferedBin]
    let precedenceClass: Int
    var shares: [Share]

    /// For messages.
    var name: String { sku?.string ?? "a line" }
    var quantity: Int { shares.reduce(0) { $0 + $1.quantity } }

    /// Allots so many pieces to the lines, the first first; all at once where no line has a number.
    mutating func allot(_ quantity: Int) -> [Share] {
        guard shares.contains(where: { $0.line != nil }) else {
            return [Share(line: nil, quantity: quantity)]
        }
        var allotted: [Share] = []
        var rest = quantity
        for index in shares.indices where rest > 0 && shares[index].quantity > 0 {
            let part = min(rest, shares[index].quantity)
            allotted.append(Share(line: shares[index].line, quantity: part))
            shares[index].quantity -= part
            rest -= part
        }
        return allotted
    }
}

/// Puts lines together that are for one SKU and are offered the same bins.
struct SharedLines {
    private static let members = ["sku", "qty", "bins", "lot", "class", "line"]

    private struct Offer: Hashable {
        let sku: String
        let record: OfferedBin.Record
    }

    private(set) var goods: [SharedGoods] = []
    /// Whose a bin is, and with how many pieces.
    private var owners: [Offer: (goods: Int, available: Int)] = [:]
    private var binCount = 0

    mutating func add(_ line: JSONValue, on layout: PlanLayout) throws(PlanFault) {
        let sku = try PlanFields(line, of: "an entry of lines", known: Self.members).text("sku")
        let name = sku ?? "a line"
        let fields = try PlanFields(line, of: name, known: Self.members)
        let number = fields["line"]
        if let number, number.string == nil, number.int == nil {
            throw .malformed("line of \(name) must be a text or a whole number, not \(number.typeName)")
        }
        let share = SharedGoods.Share(
            line: number, quantity: try fields.required("qty", try fields.amount("qty")))
        let bins = try bins(of: fields, name, on: layout)
        let precedence = try fields.int("class") ?? 0
        if let sku {
            let shared = bins.first { owners[Offer(sku: sku, record: $0.record)] != nil }
            if let shared, let owner = owners[Offer(sku: sku, record: shared.record)] {
                try checkSame(bins, precedence, as: owner.goods, sku)
                goods[owner.goods].shares.append(share)
                return
            }
            for bin in bins {
                owners[Offer(sku: sku, record: bin.record)] = (goods.count, bin.candidate.available)
            }
        }
        goods.append(
            SharedGoods(
                sku: sku.map { .string($0) }, bins: bins, precedenceClass: precedence, shares: [share]))
    }

    private mutating func bins(
        of fields: PlanFields, _ name: String, on layout: PlanLayout
    ) throws(PlanFault) -> [OfferedBin] {
        let wanted = try fields.text("lot")
        var bins: [OfferedBin] = []
        var seen: Set<OfferedBin.Record> = []
        for entry in try fields.list("bins") {
            binCount += 1
            guard binCount <= RoutingLimits.candidatesMax else {
                throw .malformed(
                    "lines offer more than \(RoutingLimits.candidatesMax) bins; split the request")
            }
            let bin = try OfferedBin(entry, of: name, on: layout)
            guard seen.insert(bin.record).inserted else {
                throw .malformed("\(name) in \(bin.code) is offered twice; give each bin once to a line")
            }
            if wanted == nil || bin.record.lot == wanted { bins.append(bin) }
        }
        return bins
    }

    /// Whether a further line is offered what the lines before it are.
    private func checkSame(
        _ bins: [OfferedBin], _ precedence: Int, as index: Int, _ sku: String
    ) throws(PlanFault) {
        if precedence != goods[index].precedenceClass {
            throw .malformed(
                "\(sku) is in class \(goods[index].precedenceClass) on one line and in \(precedence) on another "
                    + "from the same bins; give both one class")
        }
        for bin in bins {
            guard let known = owners[Offer(sku: sku, record: bin.record)], known.goods == index else {
                throw differing(sku, bin.code)
            }
            if known.available != bin.candidate.available {
                throw .malformed(
                    "available of \(sku) in \(bin.code) is \(known.available) on one line and "
                        + "\(bin.candidate.available) on another; give what the bin holds on both")
            }
        }
        let records = Set(bins.map(\.record))
        if let missing = goods[index].bins.first(where: { !records.contains($0.record) }) {
            throw differing(sku, missing.code)
        }
    }

    private func differing(_ sku: String, _ code: String) -> PlanFault {
        .malformed(
            "\(sku) in \(code) is offered to one line and not to another that shares its bins; "
                + "offer all lines of one SKU the same bins, or bins of their own")
    }
}
