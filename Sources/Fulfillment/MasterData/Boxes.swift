import Cartonization
import GRDB
import JSON

extension Transaction {
    /// `box.upsert`: writes a carton type, new or known.
    func upsertBox(_ params: Params) throws(Refusal) -> JSONValue {
        let id = BoxID(try params.id("box"))
        let inner = try params.sizeMM("inner_mm")
        let outer = try params.optionalSizeMM("outer_mm")
        let kind = try params.word("kind", default: KindOfBox.carton)
        let giveMM = try params.optionalCount("give_mm", least: 0)
        if giveMM != nil && kind != .mailer {
            throw .badParams(param: params.path + "give_mm", problem: "is for boxes of kind mailer")
        }
        let known = try row("SELECT 1 FROM box WHERE box = ?", [id]) != nil
        try run(
            """
            INSERT OR REPLACE INTO box (box, inner_length_mm, inner_width_mm, inner_height_mm, outer_length_mm,
                outer_width_mm, outer_height_mm, tare_g, max_weight_g, cost, supply, barcode, kind, give_mm,
                clearance_mm, max_items)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, inner.0, inner.1, inner.2, outer?.0, outer?.1, outer?.2,
                try params.optionalCount("tare_g", least: 0) ?? 0, try params.optionalCount("max_weight_g"),
                try cost(params), try params.optionalCount("supply", least: 0),
                try params.optionalText("barcode"), kind.rawValue, giveMM,
                try params.optionalCount("clearance_mm", least: 0) ?? 0,
                try params.optionalCount("max_items"),
            ])
        try checkBox(id, params)
        return ["box": .string(id.text), "is_new": .bool(!known)]
    }

    /// What no order could be packed with is refused here, not at the bench.
    private func checkBox(_ id: BoxID, _ params: Params) throws(Refusal) {
        let type = try boxType(id)
        do throws(PackingError) { try type.check() } catch { throw Refusal(error, in: params) }
        let (inner, outer) = (type.inner, type.outer ?? type.inner)
        if outer.lengthMM < inner.lengthMM || outer.widthMM < inner.widthMM || outer.heightMM < inner.heightMM
        {
            throw .badParams(param: params.path + "outer_mm", problem: "is smaller than inner_mm")
        }
        let count = try value(Int.self, "SELECT count(*) FROM box") ?? 0
        guard count <= PackingLimits.boxTypes else {
            throw .badParams(
                param: params.path + "box",
                problem: "is one more than the \(PackingLimits.boxTypes) types that are chosen from")
        }
    }

    /// Money is a text with two decimals, read here only as far as to refuse what is none.
    private func cost(_ params: Params) throws(Refusal) -> String? {
        guard let value = params.object["cost"], !value.isNull else { return nil }
        let text = value.string ?? value.description
        guard let amount = Double(text), amount >= 0, amount.isFinite else {
            throw .badParams(
                param: params.path + "cost", problem: "\(text) is not an amount such as \"0.42\"")
        }
        return text
    }

    /// `box.list`: by id.
    func listBoxes(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let found = try rows(
            "SELECT * FROM box WHERE box > ? ORDER BY box LIMIT ?", [page.after, page.limit + 1])
        return page.answer("boxes", found.map(describeBox))
    }

    private func describeBox(_ row: Row) -> JSONValue {
        var box: JSONObject = [
            "box": .string(row["box"]),
            "inner_mm": [
                .int(row["inner_length_mm"]), .int(row["inner_width_mm"]), .int(row["inner_height_mm"]),
            ],
            "tare_g": .int(row["tare_g"]), "kind": .string(row["kind"]),
        ]
        if let length = row["outer_length_mm"] as Int? {
            box["outer_mm"] = [.int(length), .int(row["outer_width_mm"]), .int(row["outer_height_mm"])]
        }
        if let give = row["give_mm"] as Int? { box["give_mm"] = .int(give) }
        if let weight = row["max_weight_g"] as Int? { box["max_weight_g"] = .int(weight) }
        if let cost = row["cost"] as String? { box["cost"] = .string(cost) }
        if let supply = row["supply"] as Int? { box["supply"] = .int(supply) }
        if row["clearance_mm"] as Int > 0 { box["clearance_mm"] = .int(row["clearance_mm"]) }
        if let items = row["max_items"] as Int? { box["max_items"] = .int(items) }
        if let barcode = row["barcode"] as String? { box["barcode"] = .string(barcode) }
        return .object(box)
    }
}

enum KindOfBox: String, CaseIterable {
    case carton, mailer
}
