import JSON
import Labels

/// What `order.allocate` brings, read whole before anything is decided.
struct OrderRequest {
    struct Line {
        let line: String
        let sku: SKUID
        let quantity: Int
        let capacity: Int?
        let lot: String
        let minLifeDays: Int?
    }

    let id: OrderID
    let client: ClientID
    let warehouse: String
    let driver: String
    let lines: [Line]
    let sla: String
    let priority: Int?
    let pickupAt: Instant?
    let notBefore: Instant?
    let onShort: ShortPolicy
    /// The request itself with sorted keys: two requests are the same when these are.
    let content: String

    init(_ params: Params) throws(Refusal) {
        id = OrderID(try params.id("order_id"))
        client = ClientID(try params.optionalText("client") ?? "")
        let plan = try params.nested("plan")
        warehouse = try plan.text("warehouse")
        driver = try plan.id("driver")
        pickupAt = try plan.optionalInstant("estimated_pickup")
        notBefore = try params.optionalInstant("not_before")
        sla = try params.optionalText("delivery_sla") ?? ""
        onShort = try params.word("on_short", default: ShortPolicy.wait)
        priority = try params.optionalInt("priority")
        if let priority, !(0...100).contains(priority) {
            throw .badParams(param: params.path + "priority", problem: "\(priority) is not between 0 and 100")
        }
        lines = try Self.lines(params)
        content = JSONValue.object(params.object.canonical).description
        try Self.checkShipTo(try params.nested("ship_to"))
        try checkCapacity(params)
    }

    private static func lines(_ params: Params) throws(Refusal) -> [Line] {
        let items = try params.objects("items")
        guard (1...Limits.orderLinesMax).contains(items.count) else {
            throw .badParams(
                param: params.path + "items", problem: "an order has 1 to \(Limits.orderLinesMax) items")
        }
        var lines: [Line] = []
        var names: Set<String> = []
        for (index, item) in items.enumerated() {
            let name = try item.optionalID("line") ?? String(index + 1)
            guard names.insert(name).inserted else {
                throw .badParams(param: item.path + "line", problem: "the line \"\(name)\" stands twice")
            }
            lines.append(
                Line(
                    line: name, sku: SKUID(try item.text("sku")), quantity: try item.count("qty"),
                    capacity: try item.optionalCount("capacity", least: 0),
                    lot: try item.optionalText("lot") ?? "",
                    minLifeDays: try item.optionalCount("min_life_days", least: 0)))
        }
        return lines
    }

    private static func checkShipTo(_ address: Params) throws(Refusal) {
        let name = try address.text("name")
        guard PrintableText.isVisible(name) else {
            throw .badParams(
                param: address.path + "name", problem: "nothing is to be seen in it; give a name")
        }
        _ = try address.text("city")
        _ = try address.optionalText("postcode")
        let country = try address.text("country")
        guard country.count == 2 else {
            throw .badParams(
                param: address.path + "country", problem: "\"\(country)\" is not a two-letter country code")
        }
        for value in try address.list("lines") where value.string == nil {
            throw .badParams(param: address.path + "lines", problem: "\(value) is not a line of text")
        }
        for (key, value) in address.object.members {
            try checkPrintable(value, param: address.path + key)
        }
    }

    /// What no label can show is told to the shop that sends it, not to the packer hours later.
    private static func checkPrintable(_ value: JSONValue, param: String) throws(Refusal) {
        for line in value.array ?? [value] {
            guard let character = line.string.flatMap(PrintableText.fault) else { continue }
            throw .badParams(
                param: param,
                problem: "it has the character \(character), which cannot be printed; leave it out")
        }
    }

    private func checkCapacity(_ params: Params) throws(Refusal) {
        guard let total = try params.optionalCount("total_capacity", least: 0) else { return }
        let sum = lines.reduce(0) { $0 + ($1.capacity ?? 0) }
        guard total == sum else { throw .capacityMismatch(order: id.text, total: total, sum: sum) }
    }
}
