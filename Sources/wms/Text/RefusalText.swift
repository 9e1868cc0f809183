import JSON
import LineProtocol

/// What a refusal knows beyond its message, in the worker's words.
enum RefusalText {
    /// Expected against scanned, or the faults one a line; nil where the message says all.
    static func detail(of error: LineError) -> String? {
        if let faults = error.data["faults"]?.array, !faults.isEmpty {
            return faults.map(fault).joined(separator: "\n")
        }
        let lines = comparison(error)
        return lines.isEmpty || saysExpected(error) ? nil : lines.joined(separator: "\n")
    }

    /// `expected B-3-12` and `scanned  B-3-11 (bin, holds TEA-250G)`.
    static func comparison(_ error: LineError) -> [String] {
        var lines: [String] = []
        if let expected = error.data["expected"] { lines.append("expected \(PlainText.inline(expected))") }
        if let given = error.data["given"], error.data["expected"] != nil {
            lines.append("given    \(PlainText.inline(given))")
        }
        if let scanned = error.data["scanned"] {
            let meaning = error.data["scanned_is"]?.string.map { " (\($0))" } ?? ""
            lines.append("scanned  \(PlainText.inline(scanned))\(meaning)")
        }
        return lines
    }

    /// True where the message names what was expected and what was scanned by itself.
    static func saysExpected(_ error: LineError) -> Bool {
        ["expected", "scanned", "given"].allSatisfy { key in
            error.data[key].map { error.message.contains(PlainText.inline($0)) } ?? true
        }
    }

    private static func fault(_ value: JSONValue) -> String {
        guard let object = value.object else { return PlainText.inline(value) }
        let place = ["file", "line", "column"].compactMap { object[$0].map { PlainText.inline($0) } }
        let message = object["message"]?.string ?? value.description
        return (place + [" " + message]).joined(separator: ":").trimmingPrefixSpace
    }
}

extension String {
    fileprivate var trimmingPrefixSpace: String { String(drop { $0 == " " }) }
}
