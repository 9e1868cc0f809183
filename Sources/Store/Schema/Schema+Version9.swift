/// Version 9: what nothing reads is gone, and what has ended says so by one name everywhere.
extension Schema {
    static let version9 = SchemaVersion(.sql([clients9, labels9].joined(separator: "\n")))

    /// Clients are known from their SKUs and orders: nothing was ever written here.
    private static let clients9 = "DROP TABLE client;"

    private static let labels9 = "ALTER TABLE label_job RENAME COLUMN settled_at TO ended_at;"
}
