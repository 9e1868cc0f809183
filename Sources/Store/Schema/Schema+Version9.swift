/// Version 9: what a new layout changes is booked in slices; what nothing reads is gone, and what has ended says so by
/// one name everywhere.
extension Schema {
    static let version9 = SchemaVersion(.sql([renewals9, clients9, labels9].joined(separator: "\n")))

    /// Warehouses whose promises are being compared with what may be picked on a new layout, and the SKU reached.
    private static let renewals9 = """
        CREATE TABLE promise_renewal (
            warehouse TEXT PRIMARY KEY, reached_client TEXT NOT NULL, reached_sku TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Clients are known from their SKUs and orders: nothing was ever written here.
    private static let clients9 = "DROP TABLE client;"

    private static let labels9 = "ALTER TABLE label_job RENAME COLUMN settled_at TO ended_at;"
}
