internal import JSON

/// The data that an element sees: inside a repetition its row first, then what is around it.
struct DataScope {
    private let layers: [JSONValue]

    init(_ data: JSONValue) { layers = [data] }

    private init(layers: [JSONValue]) { self.layers = layers }

    /// What a row of a repetition sees: its own keys, `entry` for itself and `number`, counted from 1.
    func inside(_ row: JSONValue, number: Int) -> DataScope {
        DataScope(layers: [row, ["entry": row, "number": .int(number)]] + layers)
    }

    /// The value at `path`; nil where there is none or it is null.
    subscript(path: DataPath) -> JSONValue? {
        for layer in layers {
            var value: JSONValue? = layer
            for name in path.names { value = value?[name] }
            if let value, value != .null { return value }
        }
        return nil
    }

    /// The rows of a list; none where it may be missing and is.
    ///
    /// - Throws: Where the data has no such list, or nothing is in it.
    func rows(of repetition: Repetition) throws(ElementRefusal.Reason) -> [JSONValue] {
        let key = repetition.list.description
        guard let value = self[repetition.list] else {
            if repetition.isOptional { return [] }
            throw .missing(key: key)
        }
        guard let rows = value.array else {
            throw .wrongType(key: key, found: value.typeName, wanted: "a list")
        }
        if rows.isEmpty, !repetition.isOptional { throw .emptyKey(key: key) }
        return rows
    }

    /// `text` for people: lists stand one entry a line, lines of which nothing remains are left out, and so are
    /// the spaces around a value that is not there.
    func fill(_ text: FilledText) throws(ElementRefusal.Reason) -> String {
        var filled = ""
        var hasGap = false
        for piece in text.pieces {
            switch piece {
            case .literal(let literal):
                let joins = hasGap && (filled.last?.isWhitespace ?? true)
                filled += joins ? String(literal.drop { $0 == " " }) : literal
                hasGap = false
            case .key(let path, let isOptional, let format):
                let words = try value(at: path, isOptional: isOptional, format)
                if let character = PrintableText.fault(in: words) {
                    throw .unprintable(key: path.description, character: character)
                }
                filled += TextDirection.isolated(words)
                hasGap = words.isEmpty
            }
        }
        return text.isConstant ? filled : TextDirection.aligned(Self.withoutEmptyLines(filled))
    }

    /// `text` for a reader of codes: every byte of it.
    func fillExactly(_ text: FilledText) throws(ElementRefusal.Reason) -> String {
        var filled = ""
        for piece in text.pieces {
            switch piece {
            case .literal(let literal): filled += literal
            case .key(let path, let isOptional, let format):
                filled += try value(at: path, isOptional: isOptional, format)
            }
        }
        return filled
    }

    private func value(at path: DataPath, isOptional: Bool, _ format: ValueFormat?) throws(ElementRefusal
        .Reason) -> String
    {
        guard let value = self[path] else {
            if isOptional { return "" }
            throw .missing(key: path.description)
        }
        let text = try Self.text(of: value, at: path, format)
        if PrintableText.isVisible(text) { return text }
        if let character = PrintableText.fault(in: text) {
            throw .unprintable(key: path.description, character: character)
        }
        if isOptional { return "" }
        throw .emptyKey(key: path.description)
    }

    private static func text(of value: JSONValue, at path: DataPath, _ format: ValueFormat?)
        throws(ElementRefusal.Reason) -> String
    {
        if let format {
            if let text = format.text(value) { return text }
            throw .wrongType(
                key: path.description, found: value.typeName, wanted: "what its format can write")
        }
        switch value {
        case .string(let text): return text
        case .int(let number): return String(number)
        case .double(let number): return "\(number)"
        case .array(let list):
            var lines: [String] = []
            for entry in list { lines.append(try self.text(of: entry, at: path, nil)) }
            return lines.joined(separator: "\n")
        case .bool, .object, .null:
            throw .wrongType(
                key: path.description, found: value.typeName, wanted: "a text, a number or a list of them")
        }
    }

    private static func withoutEmptyLines(_ text: String) -> String {
        text.split(separator: "\n").map(\.trimmingSpaces).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
