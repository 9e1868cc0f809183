import Domain
import Cartonization
import GRDB
import Operations

/// What is left out stays as it is.
extension BoxUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let known = try site.row("SELECT * FROM box WHERE box = ?", [box])
        guard let inner = inner ?? known?.size("inner") else {
            throw .badParams(param: "inner_mm", problem: "is missing; it is needed the first time")
        }
        let outer = outer ?? known?.size("outer")
        var form = form ?? .carton
        if self.form == nil, let known { form = try known.word("kind") }
        let giveMM = giveMM ?? (form == .mailer ? known?["give_mm"] as Int? : nil)
        if giveMM != nil && form != .mailer {
            throw .badParams(param: "give_mm", problem: "is for boxes of kind mailer")
        }
        try site.run(
            """
            INSERT OR REPLACE INTO box (box, inner_length_mm, inner_width_mm, inner_height_mm, outer_length_mm,
                outer_width_mm, outer_height_mm, tare_g, max_weight_g, cost, supply, barcode, kind, give_mm,
                clearance_mm, max_items)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                box, inner.length, inner.width, inner.height, outer?.length, outer?.width, outer?.height,
                tareG ?? known?["tare_g"] ?? 0, maxWeightG ?? known?["max_weight_g"], cost ?? known?["cost"],
                supply ?? known?["supply"], barcode ?? known?["barcode"], form.rawValue, giveMM,
                clearanceMM ?? known?["clearance_mm"] ?? 0, maxItems ?? known?["max_items"],
            ])
        try site.checkBox(box)
        var result = Result()
        (result.box, result.isNew) = (box, known == nil)
        return result
    }
}

extension BoxList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.rows(
            "SELECT * FROM box WHERE box > ? ORDER BY box LIMIT ?", [page.afterText, page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows { result.boxes.append(try Box(row)) }
        return result
    }
}

extension Transaction {
    /// What no order could be packed with is refused here, not at the bench.
    fileprivate func checkBox(_ id: BoxID) throws(Refusal) {
        let type = try boxType(id)
        do throws(PackingError) { try type.check() } catch { throw Refusal(error) }
        let (inner, outer) = (type.inner, type.outer ?? type.inner)
        if outer.lengthMM < inner.lengthMM || outer.widthMM < inner.widthMM || outer.heightMM < inner.heightMM
        {
            throw .badParams(param: "outer_mm", problem: "is smaller than inner_mm")
        }
        let count = try value(Int.self, "SELECT count(*) FROM box") ?? 0
        guard count <= PackingLimits.boxTypes else {
            throw .badParams(
                param: "box", problem: "is one more than the \(PackingLimits.boxTypes) types that are chosen from")
        }
    }
}

extension BoxList.Box {
    fileprivate init(_ row: Row) throws(Refusal) {
        self.init()
        (box, form) = (row["box"], try row.word("kind"))
        guard let inner = row.size("inner") else { throw .unreadable("box \(box): it has no size") }
        (self.inner, outer) = (inner, row.size("outer"))
        (tareG, maxWeightG, cost, supply) = (row["tare_g"], row["max_weight_g"], row["cost"], row["supply"])
        (giveMM, clearanceMM, maxItems) = (row["give_mm"], row["clearance_mm"], row["max_items"])
        barcode = row["barcode"]
    }
}
