/// Version 9: what a new layout changes is booked in slices.
extension Schema {
    static let version9 = SchemaVersion(.sql(renewals9))

    /// Warehouses whose promises are being compared with what may be picked on a new layout, and the SKU reached.
    private static let renewals9 = """
        CREATE TABLE promise_renewal (
            warehouse TEXT PRIMARY KEY, reached_client TEXT NOT NULL, reached_sku TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
