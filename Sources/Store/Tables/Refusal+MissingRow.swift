import Domain

extension Refusal {
    /// A change was to be made to a row that is not there, or not as the caller knows it.
    static func missingRow(_ table: String, _ row: some CustomStringConvertible) -> Refusal {
        .unreadable("\(table), row \(row): is not there as it should be")
    }
}
