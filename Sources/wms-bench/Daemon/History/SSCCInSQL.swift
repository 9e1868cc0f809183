/// The numbers on parcels as SQL counts them: eighteen digits, the last of which checks the others.
enum SSCCInSQL {
    private static let keyDigits = 17

    /// All digits but the check digit, as a number.
    static func key(of column: String) -> String { "CAST(substr(\(column), 1, \(keyDigits)) AS INTEGER)" }

    /// The eighteen digits for a key. From the right, every first of two digits counts three times.
    static func text(ofKey key: String) -> String {
        let digits = (1...keyDigits).map { place in
            "\(place % 2 == 1 ? 3 : 1) * CAST(substr(key, \(place), 1) AS INTEGER)"
        }
        return """
            (SELECT key || ((10 - (\(digits.joined(separator: " + "))) % 10) % 10)
            FROM (SELECT printf('%0\(keyDigits)d', \(key)) AS key))
            """
    }

    // MARK: Copies

    /// The numbers of some rows, which were given out last.
    static func range(
        of table: String, where condition: String, in file: StoppedDatabase
    ) throws(WireFault) -> RowRange {
        let key = Self.key(of: "sscc")
        let last = try file.number("SELECT max(\(key)) FROM \(table) WHERE \(condition)")
        let first = try file.number("SELECT min(\(key)) FROM \(table) WHERE \(condition)")
        return RowRange(after: first - 1, last: last, highest: last)
    }

    /// In SQL, the number of a parcel's copy.
    static func copied(_ column: String, in range: RowRange) -> String {
        text(ofKey: range.copied(key(of: column)))
    }

    /// The numbers of the copies are never given out again.
    static func use(_ range: RowRange, times: Int, in file: StoppedDatabase) throws(WireFault) {
        try file.execute("UPDATE meta SET value = value + \(range.count * times) WHERE name = 'sscc'")
    }
}
