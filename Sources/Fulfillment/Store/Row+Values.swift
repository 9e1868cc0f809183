import Domain
import GRDB
import JSON

/// Columns as values that the rules understand; what is not understood is refused by table and column.
extension Row {
    /// One of a closed set of words.
    func word<Word: RawRepresentable>(_ column: String) throws(Refusal) -> Word where Word.RawValue == String {
        let text: String = self[column]
        guard let word = Word(rawValue: text) else { throw unreadable(column, text) }
        return word
    }

    func object(_ column: String) throws(Refusal) -> JSONObject {
        let text: String = self[column]
        guard let object = (try? JSONValue(parsing: text))?.object else { throw unreadable(column, text) }
        return object
    }

    func list(_ column: String) throws(Refusal) -> [JSONValue] {
        let text: String = self[column]
        guard let list = (try? JSONValue(parsing: text))?.array else { throw unreadable(column, text) }
        return list
    }

    /// The three lengths of `inner_length_mm` and its like; nil where there is none.
    func size(_ prefix: String) -> SizeMM? {
        let prefix = prefix.isEmpty ? "" : prefix + "_"
        guard let length = self[prefix + "length_mm"] as Int?, let width = self[prefix + "width_mm"] as Int?,
            let height = self[prefix + "height_mm"] as Int?
        else { return nil }
        return SizeMM(length: length, width: width, height: height)
    }

    private func unreadable(_ column: String, _ text: String) -> Refusal {
        let key = columnNames.first.map { "\($0) \(self[$0] as DatabaseValue)" } ?? "a row"
        return .unreadable("\(key): \(column) holds \"\(text.prefix(80))\"")
    }
}
