/// Version 10: an accepted order takes fewer writes.
extension Schema {
    static let version10 = SchemaVersion(
        .sql(
            [
                lines10,
                events10,
            ].joined(separator: "\n")))
}
