import JSON

/// The facts that stand below the instruction, in the order in which a worker needs them.
struct ShownFacts {
    let lines: [(name: String, value: String)]

    /// What a name and the space behind it leave of a line.
    private static let valueColumns = PromptScreen.columns - 8

    init(_ prompt: Prompt) {
        let show = prompt.show
        let text = { (key: String) in show[key].map(PlainText.inline).flatMap { $0.isEmpty ? nil : $0 } }
        var lines: [(String, String)] = []
        let add = { (name: String, value: String?) in if let value { lines.append((name, value)) } }
        if prompt.expect == "bin" {
            add("address", text("printed") == nil ? nil : text("bin"))
            add("walk", text("walk_m").map { "\($0) m" })
        }
        add("item", text("sku"))
        add("", text("name"))
        add("barcode", text("barcode"))
        add("lot", text("lot"))
        add("expiry", text("expiry"))
        if prompt.expect != "bin" { add("bin", text("bin")) }
        if prompt.expect != "tote" { add("tote", text("tote")) }
        add("totes", text("totes"))
        add("order", text("order_id"))
        add("parcel", text("parcel"))
        if prompt.expect != "box" { add("box", text("box")) }
        if let place = show["place"] { add("place", Self.place(place)) }
        if prompt.expect == "weight" { add("within", text("tolerance_g").map { "± \($0) g" }) }
        add("sscc", text("sscc"))
        for (index, reason) in (show["why"]?.array ?? []).compactMap(\.string).enumerated() {
            for (line, words) in reason.wrapped(to: Self.valueColumns).enumerated() {
                add(index + line == 0 ? "why" : "", words)
            }
        }
        self.lines = lines
    }

    /// `at 120,0,0 mm, lies 120×80×60`.
    private static func place(_ place: JSONValue) -> String {
        let at = place["at_mm"]?.array?.map(PlainText.inline).joined(separator: ",") ?? "?"
        let size = place["size_mm"].map(PlainText.inline) ?? "?"
        return "at \(at) lies \(size)"
    }
}
