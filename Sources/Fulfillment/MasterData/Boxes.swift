import Cartonization
import GRDB
import JSON

extension Transaction {
    /// `box.upsert`: writes a carton type, new or known.
    func upsertBox(_ params: Params) throws(Refusal) -> JSONValue {
        let id = BoxID(try params.id("box"))
        let inner = try params.sizeMM("inner_mm")
        let outer = try params.optionalSizeMM("outer_mm")
        let known = try row("SELECT 1 FROM box WHERE box = ?", [id]) != nil
        try run(
            """
            INSERT OR REPLACE INTO box (box, inner_length_mm, inner_width_mm, inner_height_mm, outer_length_mm,
                outer_width_mm, outer_height_mm, tare_g, max_weight_g, cost, supply, barcode, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, inner.0, inner.1, inner.2, outer?.0, outer?.1, outer?.2,
                try params.optionalCount("tare_g", least: 0) ?? 0, try params.optionalCount("max_weight_g"),
                try cost(params), try params.optionalCount("supply", least: 0),
                try params.optionalText("barcode"), try params.optionalText("kind") ?? "carton",
            ])
        return ["box": .string(id.text), "is_new": .bool(!known)]
    }

    /// Money is a text with two decimals, read here only as far as to refuse what is none.
    private func cost(_ params: Params) throws(Refusal) -> String? {
        guard let value = params.object["cost"], !value.isNull else { return nil }
        let text = value.string ?? value.description
        guard let amount = Double(text), amount >= 0, amount.isFinite else {
            throw .badParams(param: params.path + "cost", problem: "\(text) is not an amount such as \"0.42\"")
        }
        return text
    }

    /// `box.list`: by id.
    func listBoxes(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let found = try rows("SELECT * FROM box WHERE box > ? ORDER BY box LIMIT ?", [page.after, page.limit + 1])
        return page.answer("boxes", found.map(describeBox))
    }

    private func describeBox(_ row: Row) -> JSONValue {
        var box: JSONObject = [
            "box": .string(row["box"]),
            "inner_mm": [.int(row["inner_length_mm"]), .int(row["inner_width_mm"]), .int(row["inner_height_mm"])],
            "tare_g": .int(row["tare_g"]), "kind": .string(row["kind"]),
        ]
        if let weight = row["max_weight_g"] as Int? { box["max_weight_g"] = .int(weight) }
        if let cost = row["cost"] as String? { box["cost"] = .string(cost) }
        if let supply = row["supply"] as Int? { box["supply"] = .int(supply) }
        if let barcode = row["barcode"] as String? { box["barcode"] = .string(barcode) }
        return .object(box)
    }
}
