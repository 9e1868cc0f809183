import Domain
import Operations
import WarehouseLayout

extension LayoutList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.rows(
            """
            SELECT warehouse, name, revision, loaded_at FROM warehouse JOIN layout USING (warehouse, revision)
            WHERE warehouse > ? ORDER BY warehouse LIMIT ?
            """, [page.afterText, page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows {
            let layout = try site.floor(row["warehouse"] as WarehouseCode).layout
            var entry = LayoutList.Layout()
            (entry.warehouse, entry.name, entry.revision) = (row["warehouse"], row["name"], row["revision"])
            (entry.bins, entry.stations) = (layout.bins.count, layout.stations.count)
            entry.timezone = layout.timezone
            entry.loadedAt = Instant(millisecondsSince1970: row["loaded_at"])
            result.layouts.append(entry)
        }
        return result
    }
}

extension LayoutGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let warehouse = try site.warehouse(warehouse)
        let revision = if let revision { revision } else { try site.floor(warehouse).revision }
        let yaml = try site.value(
            String.self, "SELECT yaml FROM layout WHERE warehouse = ? AND revision = ?", [warehouse, revision])
        guard let yaml else {
            throw .badParams(param: "revision", problem: "\(warehouse) has no revision \(revision)")
        }
        var result = Result()
        (result.warehouse, result.revision, result.yaml) = (warehouse, revision, yaml)
        return result
    }
}
