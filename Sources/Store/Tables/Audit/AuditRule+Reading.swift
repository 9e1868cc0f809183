import Domain
import JSON

/// That no row holds what its table's owner does not know: a state that there is not, or a damaged text.
///
/// An operation that meets such a row is refused, so somebody has to hear of it before.
extension AuditRule {
    static let ofReading =
        readingOfRows.map { AuditRule(isRead, $0) } + readingOfTexts.map { AuditRule(isRead, cost: 4, $0) }

    private static let readingOfRows = readingOfGoods + readingOfOrders + readingOfWork + readingOfImports
    private static let isRead = "every row can be read"

    private static let readingOfGoods: [AuditReading] = [
        AuditReading(
            of: "warehouse", by: .texts("warehouse"), "name, revision",
            read: { (columns) throws(Refusal) in (try columns.text(), try columns.int()) }),
        AuditReading(
            of: "sku", by: .texts("client", "sku"), SKU.columns,
            read: { (columns) throws(Refusal) in try SKU(&columns) }),
        AuditReading(
            of: "barcode", by: .texts("barcode", "client", "sku"), "unit",
            read: { (columns) throws(Refusal) -> UnitName in try columns.word() }),
        AuditReading(
            of: "box", by: .texts("box"), Box.columns,
            read: { (columns) throws(Refusal) in try Box(&columns) }),
        AuditReading(
            of: "stock", by: .number("id"), StockRecord.columns,
            read: { (columns) throws(Refusal) in try StockRecord(&columns) }),
        AuditReading(
            of: "account", by: .texts("warehouse", "client", "sku", "lot", "expiry"), AccountTable.columns,
            read: { (columns) throws(Refusal) in try Account(&columns) }),
    ]

    private static let readingOfOrders: [AuditReading] = [
        AuditReading(
            of: "orders", by: .number("id"), "\(OrderTable.columns), content",
            expand: { (columns, compression) throws(Refusal) in
                (try Order(&columns), try columns.storedObject(by: compression))
            }),
        AuditReading(
            of: "line", by: AuditKey(columns: "order_row, line", first: [.int(0), ""]),
            OrderTable.lineColumns, read: { (columns) throws(Refusal) in try OrderLine(&columns) }),
        AuditReading(
            of: "pick", by: .number("id"), PickTable.columns,
            read: { (columns) throws(Refusal) in try Pick(&columns) }),
        AuditReading(
            of: "parcel", by: .number("id"), Parcel.columns,
            read: { (columns) throws(Refusal) in try Parcel(&columns) }),
        AuditReading(
            of: "packing_run", by: AuditKey(columns: "parcel, first", first: [.int(0), .int(0)]),
            ParcelTable.placedColumns, read: { (columns) throws(Refusal) in try columns.placedRun() }),
        AuditReading(
            of: "manifest", by: .number("id"), ManifestTable.columns,
            read: { (columns) throws(Refusal) in try Manifest(&columns) }),
        AuditReading(
            of: "label_job", by: .number("id"), LabelJob.columns,
            expand: { (columns, compression) throws(Refusal) in try LabelJob(&columns, by: compression) }),
        AuditReading(
            of: "release_run", by: .number("id"), ReleaseRunTable.columns,
            read: { (columns) throws(Refusal) in try ReleaseRun(&columns) }),
    ]

    private static let readingOfWork: [AuditReading] = [
        AuditReading(
            of: "session", by: .number("id"), SessionTable.columns,
            read: { (columns) throws(Refusal) in try Session(&columns) }),
        AuditReading(
            of: "tour", by: .number("id"), TourTable.columns,
            read: { (columns) throws(Refusal) in try Tour(&columns) }),
        AuditReading(
            of: "task", by: .number("id"), TaskTable.columns,
            read: { (columns) throws(Refusal) in try WorkTask(&columns) }),
        AuditReading(
            of: "tote", by: .texts("tote"), ToteTable.columns,
            read: { (columns) throws(Refusal) in try Tote(&columns) }),
    ]

    private static let readingOfImports: [AuditReading] = [
        AuditReading(
            of: "import", by: .number("id"), Import.columns,
            read: { (columns) throws(Refusal) in try Import(&columns) }),
        AuditReading(
            of: "import_row", by: AuditKey(columns: "import, line", first: [.int(0), .int(0)]), "row",
            read: { (columns) throws(Refusal) in try columns.json() }),
        AuditReading(
            of: "import_sku", by: AuditKey(columns: "import, client, sku", first: [.int(0), "", ""]),
            StagedSKUTable.columns, read: { (columns) throws(Refusal) in try SKUPatch(&columns) }),
        AuditReading(
            of: "consumer", by: .texts("consumer"), ConsumerTable.columns,
            read: { (columns) throws(Refusal) in try Consumer(&columns) }),
    ]

    /// What is kept compressed, for long: a row takes several times as long as one of numbers and words.
    private static let readingOfTexts: [AuditReading] = [
        AuditReading(
            of: "event", by: .number("sequence"), "kind, run, after_ms, subject, data",
            expand: { (columns, compression) throws(Refusal) -> Void in
                for _ in 0..<3 { _ = try columns.int() }
                let apart = try columns.optionalText()
                let data = try columns.storedText(by: compression)
                guard (try? JSONValue(parsing: data))?.object != nil else {
                    throw columns.unreadable("no JSON object")
                }
                guard apart != nil || EventSubject.beginning(of: data) != nil else {
                    throw columns.unreadable("no subject")
                }
            }),
        AuditReading(
            of: "command", by: .number("id"), "fingerprint, answer",
            expand: { (columns, compression) throws(Refusal) in
                (try columns.int(), try columns.storedText(by: compression))
            }),
        AuditReading(
            of: "archived_order", by: .number("id"), ArchiveTable.columns,
            expand: { (columns, compression) throws(Refusal) in try ArchivedOrder(&columns, by: compression) }),
    ]
}
