import JSON

/// One column that a CSV file may have: the parameter it fills and how its text is read.
struct ImportColumn {
    enum Kind {
        case text, whole, flag, texts, sizeMM
    }

    let name: String
    let kind: Kind
    let isRequired: Bool
    let meaning: String

    init(_ name: String, _ kind: Kind, required: Bool = false, _ meaning: String) {
        self.name = name
        self.kind = kind
        isRequired = required
        self.meaning = meaning
    }

    /// Why a cell cannot be read.
    struct Unreadable: Error { let why: String }

    /// The parameter that a cell's text stands for.
    func value(of cell: String) throws(Unreadable) -> JSONValue {
        switch kind {
        case .text: return .string(cell)
        case .whole: return .int(try whole(cell))
        case .flag: return .bool(try flag(cell))
        case .texts:
            return .array(cell.split { $0 == " " || $0 == ";" || $0 == "," }.map { .string(String($0)) })
        case .sizeMM:
            let parts = cell.split { "xX×* ".contains($0) }
            guard parts.count == 3 else {
                throw Unreadable(why: "\"\(cell)\" is no size; write three lengths in mm such as 120x80x60")
            }
            var lengths: [JSONValue] = []
            for part in parts { lengths.append(.int(try whole(String(part)))) }
            return .array(lengths)
        }
    }

    private func whole(_ text: String) throws(Unreadable) -> Int {
        guard let value = Int(text) else { throw Unreadable(why: "\"\(text)\" is no whole number") }
        return value
    }

    private func flag(_ text: String) throws(Unreadable) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "1": return true
        case "no", "false", "0": return false
        default: throw Unreadable(why: "\"\(text)\" is neither yes nor no")
        }
    }
}
