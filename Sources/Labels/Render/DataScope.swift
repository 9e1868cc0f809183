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

    /// `text` with its keys filled in. Lines of which nothing remains are left out, lists stand one entry a line.
    func fill(_ text: FilledText) throws(ElementRefusal.Reason) -> String {
        var filled = ""
        for piece in text.pieces {
            switch piece {
            case .literal(let literal): filled += literal
            case .key(let path, let isOptional, let format):
                if let value = self[path] {
                    filled += try Self.text(of: value, at: path, format)
                } else if !isOptional {
                    throw .missing(key: path.description)
                }
            }
        }
        return text.isConstant ? filled : Self.withoutEmptyLines(filled)
    }

    private static func text(of value: JSONValue, at path: DataPath, _ format: ValueFormat?) throws(ElementRefusal.Reason) -> String {
        if let format {
            if let text = format.text(value) { return text }
            throw .wrongType(key: path.description, found: value.typeName, wanted: "what its format can write")
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
            throw .wrongType(key: path.description, found: value.typeName, wanted: "a text, a number or a list of them")
        }
    }

    private static func withoutEmptyLines(_ text: String) -> String {
        text.split(separator: "\n").map(\.trimmingSpaces).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
