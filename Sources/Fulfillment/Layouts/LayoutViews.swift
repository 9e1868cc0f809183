import JSON
import WarehouseLayout

extension Transaction {
    /// `layout.list`: the warehouses and the revision in force in each.
    func listLayouts(_ params: Params) throws(Refusal) -> JSONValue {
        var list: [JSONValue] = []
        let found = try rows(
            """
            SELECT warehouse, name, revision, loaded_at FROM warehouse JOIN layout USING (warehouse, revision)
            ORDER BY warehouse
            """)
        for row in found {
            let layout = try floor(WarehouseCode(row["warehouse"])).layout
            list.append([
                "warehouse": .string(row["warehouse"]), "name": .string(row["name"]),
                "revision": .int(row["revision"]), "bins": .int(layout.bins.count),
                "stations": .int(layout.stations.count),
                "loaded_at": "\(Instant(millisecondsSince1970: row["loaded_at"]))",
            ])
        }
        return ["layouts": .array(list), "more": false]
    }

    /// `layout.get`: the text of the revision in force, or of the one named.
    func getLayout(_ params: Params) throws(Refusal) -> JSONValue {
        let warehouse = try warehouse(params)
        let revision =
            if let r = try params.optionalInt("revision") { r } else { try floor(warehouse).revision }
        let yaml = try value(
            String.self, "SELECT yaml FROM layout WHERE warehouse = ? AND revision = ?",
            [warehouse, revision])
        guard let yaml else {
            throw .badParams(param: "revision", problem: "\(warehouse) has no revision \(revision)")
        }
        return ["warehouse": .string(warehouse.text), "revision": .int(revision), "yaml": .string(yaml)]
    }
}
