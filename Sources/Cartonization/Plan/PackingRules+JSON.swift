public import JSON

extension PackingRules {
    /// Reads the `rules` of a boxes file.
    ///
    ///     {"support":0.75,"centre":true}
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)``.
    public init(json: JSONValue) throws(PackingError) {
        let fields = try FieldReader(json, place: "rules")
        try fields.refuseUnknown(["support", "centre"])
        self.init(keepsCentreOverSupport: try fields.bool("centre", or: true))
        if let support = fields.value("support") {
            guard let share = support.double, let rounded = PackingRules.share(share) else {
                throw fields.fault("support", "must be a share from 0 to 1, not \(support)")
            }
            supportShare = rounded
        }
    }

    /// A share from 0 to 1 in 1/10,000, rounded up so that none above 0 switches the rule off; nil where it is
    /// none.
    public static func share(_ share: Double) -> Int? {
        guard (0...1).contains(share) else { return nil }
        let parts = share * 10_000
        // What is written in decimals may lie a little beside the whole number that is meant.
        let isWhole = abs(parts - parts.rounded()) < 1e-6 && parts.rounded() > 0
        return Int(parts.rounded(isWhole ? .toNearestOrEven : .up))
    }
}
