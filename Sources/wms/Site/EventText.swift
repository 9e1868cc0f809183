import Common
import JSON

/// An event on one line.
///
///        123  2026-05-06 10:15:02  order.packed        ORD-2026-05-06-001  parcel 2
enum EventText {
    private static let typeColumns = 18
    private static let sequenceColumns = 6

    /// - Parameters:
    ///   - event: with its time as it is to be shown.
    ///   - columns: of the terminal; nil where lines are never broken.
    static func line(_ event: JSONValue, columns: Int?) -> String {
        let field = { (key: String) in event[key].map { PlainText.inline($0) } ?? "" }
        let indent = String(repeating: " ", count: max(0, sequenceColumns - field("sequence").columns))
        let facts = event["data"].map { PlainText.inline($0) } ?? ""
        return [
            indent + field("sequence"), field("time"), field("type").padded(toColumns: typeColumns),
            field("subject"), facts,
        ].joined(separator: "  ").terminalSafeLine.trimmingTrailingSpaces
            .broken(toColumns: columns, indent: furtherIndent)
    }

    private static let furtherIndent = String(repeating: " ", count: sequenceColumns + 2)
}
