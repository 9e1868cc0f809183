/// Version 10: an accepted order takes fewer writes; what other rows tell anyway is not written a second time.
extension Schema {
    static let version10 = SchemaVersion(
        .sql(
            [
                lines10,
                events10,
                sums10,
            ].joined(separator: "\n")))
}
