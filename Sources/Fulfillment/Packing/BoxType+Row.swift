import Domain
import Cartonization
import GRDB

extension Transaction {
    /// A box row as the packing engine sees it.
    func boxType(_ row: Row) throws(Refusal) -> BoxType {
        var type = BoxType(
            id: row["box"],
            inner: Size(
                lengthMM: row["inner_length_mm"], widthMM: row["inner_width_mm"],
                heightMM: row["inner_height_mm"]))
        if let length = row["outer_length_mm"] as Int?, let width = row["outer_width_mm"] as Int?,
            let height = row["outer_height_mm"] as Int?
        {
            type.outer = Size(lengthMM: length, widthMM: width, heightMM: height)
        }
        type.tareG = row["tare_g"]
        type.maxGrossG = row["max_weight_g"]
        type.cost = (row["cost"] as String?).flatMap(Double.init).map { Int(($0 * 10_000).rounded()) }
        type.supply = row["supply"]
        type.clearanceMM = row["clearance_mm"]
        type.maxItems = row["max_items"]
        if row["kind"] == BoxForm.mailer.rawValue { type.kind = .mailer(giveMM: row["give_mm"] ?? 0) }
        return type
    }

    func boxType(_ id: BoxID) throws(Refusal) -> BoxType {
        guard let row = try row("SELECT * FROM box WHERE box = ?", [id]) else { throw .unknownBox(id.text) }
        return try boxType(row)
    }
}
