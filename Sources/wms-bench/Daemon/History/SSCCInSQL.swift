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
}
