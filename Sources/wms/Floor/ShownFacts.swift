import Common
import JSON

/// The facts that stand below the instruction, in the order in which a worker needs them.
struct ShownFacts {
    private(set) var lines: [(name: String, value: String)] = []

    /// What a name and the space behind it leave of a line.
    private static let valueColumns = PromptScreen.columns - 8
    /// A name that is longer is known by its beginning.
    private static let nameRows = 2

    init(_ prompt: Prompt) {
        let show = prompt.show
        let text = { (key: String) in
            show[key].map { PlainText.inline($0, of: key) }.flatMap { $0.isEmpty ? nil : $0 }
        }
        if prompt.expect == "bin" {
            add("address", text("printed") == nil ? nil : text("bin"))
            add("walk", text("walk_m").map { "\($0) m" })
            add("take", text("qty"))
        }
        if let sku = text("sku"), !prompt.say.hasSuffix(sku) { addWrapped("item", sku, rows: Self.nameRows) }
        if let name = text("name"), name != text("sku") { addWrapped("name", name, rows: Self.nameRows) }
        add("counted", text("counted"))
        add("lot", text("lot"))
        add("expiry", text("expiry"))
        for (index, place) in (show["where"]?.array ?? []).compactMap(\.string).enumerated() {
            addWrapped(index == 0 ? "where" : "", place)
        }
        add("barcode", text("barcode"))
        if prompt.expect != "bin" { add("bin", text("bin")) }
        if prompt.expect != "tote" { add("tote", text("tote")) }
        add("totes", text("totes"))
        add("order", text("order_id"))
        add("parcel", Self.parcel(show))
        if prompt.expect != "box" { add("box", text("box")) }
        if prompt.expect == "box" { add("pieces", text("of")) }
        if prompt.expect == "weight" { add("within", text("tolerance_g").map { "± \($0) g" }) }
        add("sscc", text("sscc"))
        for (index, reason) in (show["why"]?.array ?? []).compactMap(\.string).enumerated() {
            addWrapped(index == 0 ? "why" : "", reason)
        }
    }

    private mutating func add(_ name: String, _ value: String?) {
        if let value { lines.append((name, value)) }
    }

    private mutating func addWrapped(_ name: String, _ text: String, rows: Int = .max) {
        for (index, words) in text.wrapped(toColumns: Self.valueColumns).prefix(
            rows: rows, columns: Self.valueColumns
        ).enumerated() {
            add(index == 0 ? name : "", words)
        }
    }

    /// `1 of 2`, as it is counted within the order.
    private static func parcel(_ show: JSONObject) -> String? {
        guard let number = show["number"]?.int, let parcels = show["parcels"]?.int else { return nil }
        return "\(number) of \(parcels)"
    }
}
