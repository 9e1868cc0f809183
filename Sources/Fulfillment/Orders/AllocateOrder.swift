import Domain
import JSON
import Operations

/// Accepts an order and promises its quantities, or refuses it whole. The same order with the same content is
/// acknowledged again.
extension OrderAllocate: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        if let known = try site.order(order.order, of: order.client) {
            return try Result(known, sentAgain: order)
        }
        try order.check()
        let floor = try site.floor(named: order.plan.warehouse)
        let lines = try site.lines(of: order)
        try site.checkStock(for: lines, of: order, on: floor)
        let accepted = try site.insert(order, lines)
        for line in try site.lines(of: accepted.row) {
            try site.promise(line, line.quantity, in: accepted.warehouse)
        }
        try site.emitAccepted(accepted, lines)
        return Result(accepted)
    }
}

extension OrderAllocate.Result {
    fileprivate init(_ accepted: Order) {
        self.init()
        (order, client, revision) = (accepted.id, accepted.client, accepted.revision)
        (stage, warehouse) = (accepted.stage, accepted.warehouse)
    }

    fileprivate init(_ known: Order, sentAgain request: OrderRequest) throws(Refusal) {
        let (accepted, given) = (try known.request.json.canonical, request.json.canonical)
        guard accepted == given else {
            let keys = (accepted.keys + given.keys.filter { accepted[$0] == nil }).filter {
                accepted[$0] != given[$0]
            }
            throw .orderConflict(order: known.id.text, difference: keys.sorted().joined(separator: ", "))
        }
        self.init(known)
    }
}

/// A line as it is accepted: in pieces.
struct AcceptedLine {
    let line: LineID
    let item: OrderItem
    let quantity: Int
}

extension Transaction {
    /// The lines of a request in pieces; every SKU that is not known is named.
    fileprivate func lines(of request: OrderRequest) throws(Refusal) -> [AcceptedLine] {
        var lines: [AcceptedLine] = []
        var unknown: [String] = []
        for (index, item) in request.items.enumerated() {
            guard let row = try row(
                "SELECT * FROM sku WHERE client = ? AND sku = ?", [request.client, item.sku])
            else {
                if !unknown.contains(item.sku.text) { unknown.append(item.sku.text) }
                continue
            }
            let pieces = try SKU(row).pieces(item.quantity, item.unit)
            lines.append(
                AcceptedLine(line: item.line ?? LineID(String(index + 1)), item: item, quantity: pieces))
        }
        if unknown.count == 1 { throw .unknownSKU(unknown[0]) }
        if !unknown.isEmpty { throw .unknownSKUs(unknown) }
        return lines
    }

    /// What is wanted of a SKU must not exceed what nobody else was promised.
    fileprivate func checkStock(
        for lines: [AcceptedLine], of request: OrderRequest, on floor: Floor
    ) throws(Refusal) {
        struct Want {
            let sku: SKUID
            let lot: String
            var quantity = 0
            var minLifeDays = 0
        }
        var wants: [Want] = []
        for line in lines {
            let lot = line.item.lot ?? ""
            let index = wants.firstIndex { $0.sku == line.item.sku && $0.lot == lot } ?? wants.count
            if index == wants.count { wants.append(Want(sku: line.item.sku, lot: lot)) }
            wants[index].quantity += line.quantity
            wants[index].minLifeDays = max(wants[index].minLifeDays, line.item.minLifeDays ?? 0)
        }
        for want in wants {
            let free = try available(
                of: want.sku, request.client, on: floor,
                livingUntil: floor.day(of: now).adding(days: want.minLifeDays), lot: want.lot)
            let left = free - (try promised(of: want.sku, request.client, in: floor.warehouse))
            guard want.quantity <= left else {
                let heldBack = try heldBack(of: want.sku, request.client, on: floor)
                let hint = "receive stock, or allocate from another warehouse"
                throw .stockShort(
                    sku: want.sku.text, wanted: want.quantity, available: max(0, left),
                    hint: heldBack.map { "\($0); \(hint)" } ?? hint)
            }
        }
    }

    fileprivate func insert(_ request: OrderRequest, _ lines: [AcceptedLine]) throws(Refusal) -> Order {
        let priority = request.priority ?? settings.priorityBySLA[request.sla] ?? settings.defaultPriority
        try run(
            """
            INSERT INTO orders (client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                not_before, on_short, accepted_at, stage)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted')
            """,
            [
                request.client, request.order, request.plan.warehouse,
                JSONValue.object(request.json.canonical).description, priority, request.sla,
                request.plan.driver ?? "", request.plan.pickupAt?.millisecondsSince1970,
                request.notBefore?.millisecondsSince1970, request.onShort.rawValue, now.millisecondsSince1970,
            ])
        let row = OrderRow(insertedRow)
        for (position, line) in lines.enumerated() {
            let unitQuantity = line.item.unit == .each ? nil : line.item.quantity
            try run(
                """
                INSERT INTO line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                    min_life_days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    row, line.line, position, request.client, line.item.sku, line.quantity,
                    line.item.unit.rawValue, unitQuantity, line.item.capacity, line.item.lot ?? "",
                    line.item.minLifeDays,
                ])
        }
        return try order(row)
    }

    fileprivate func emitAccepted(_ order: Order, _ lines: [AcceptedLine]) throws(Refusal) {
        var data = OrderAccepted()
        data.order = order.id
        data.lines = lines.map { OrderAccepted.Line(line: $0.line, sku: $0.item.sku, quantity: $0.quantity) }
        if settings.addressesInEvents { data.shipTo = try order.request.shipTo }
        try emit(data, of: order)
    }
}
