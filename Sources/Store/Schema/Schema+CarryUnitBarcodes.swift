import Common
import Domain
import JSON

extension Schema {
    private static let skusPerStep = 1_000
    private static let unitsOfSKUs: SQL = """
        SELECT client, sku, units FROM sku WHERE (client, sku) > (?, ?) ORDER BY client, sku LIMIT ?
        """
    private static let addBarcode: SQL =
        "INSERT OR IGNORE INTO barcode (barcode, client, sku, unit) VALUES (?, ?, ?, ?)"

    /// Makes the barcodes of units findable, which stood in the units' texts alone.
    static func carryUnitBarcodes(on db: Connection) throws(Refusal) {
        var last = (client: ClientID(""), sku: SKUID(""))
        while true {
            let skus = try db.all(unitsOfSKUs, last.client, last.sku, skusPerStep) {
                (columns) throws(Refusal) in
                (
                    client: try columns.id() as ClientID, sku: try columns.id() as SKUID,
                    units: try columns.text()
                )
            }
            for entry in skus where entry.units != "[]" {
                let units = (try? JSONValue(parsing: entry.units))?.array ?? []
                for unit in units.compactMap(StockUnit.init(json:)) {
                    for barcode in unit.barcodes {
                        try db.run(addBarcode, scanKey(of: barcode), entry.client, entry.sku, unit.name)
                    }
                }
            }
            guard let end = skus.last else { return }
            last = (end.client, end.sku)
        }
    }

    /// A trade item number in fourteen digits, as scans are looked up by; any other barcode as it is.
    static func scanKey(of barcode: String) -> String {
        CheckDigit.tradeItem(barcode) ?? barcode
    }
}
