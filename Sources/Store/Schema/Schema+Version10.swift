/// Version 10: what other rows tell anyway is not written a second time.
extension Schema {
    static let version10 = SchemaVersion(.sql([sums10].joined(separator: "\n")))
}
