internal import JSON

/// When an element is shown: `copy`, `not sla`, `parcels > 1`, `country = "US" and copy`.
struct Condition: Sendable, Equatable {
    enum Comparison: String, CaseIterable, Sendable {
        case notEqual = "!="
        case atLeast = ">="
        case atMost = "<="
        case equal = "="
        case more = ">"
        case less = "<"
    }

    enum Term: Sendable, Equatable {
        /// The key has a value other than null, false, 0, "", an empty list and an object of nothing but these.
        case present(DataPath)
        case absent(DataPath)
        case compared(DataPath, Comparison, JSONValue)
    }

    /// All of them must hold.
    let terms: [Term]

    init(_ source: String) throws(TextFault) {
        var terms: [Term] = []
        for part in source.split(separator: " and ", omittingEmptySubsequences: false) {
            terms.append(try Self.term(part))
        }
        self.terms = terms
    }

    private static func term(_ text: Substring) throws(TextFault) -> Term {
        let trimmed = text.trimmingSpaces
        if trimmed.hasPrefix("not "), let path = DataPath(trimmed.dropFirst(4).trimmingSpaces) {
            return .absent(path)
        }
        if let path = DataPath(trimmed) { return .present(path) }
        for comparison in Comparison.allCases {
            guard let sign = trimmed.firstRange(of: comparison.rawValue) else { continue }
            let right = trimmed[sign.upperBound...].trimmingSpaces
            guard let path = DataPath(trimmed[..<sign.lowerBound].trimmingSpaces), let value = literal(right)
            else { break }
            return .compared(path, comparison, value)
        }
        throw TextFault(
            message:
                "\"\(trimmed)\" is no condition; write key, not key, or key = value (also !=, <, <=, >, >=), joined by and"
        )
    }

    private static func literal(_ text: Substring) -> JSONValue? {
        if let number = Int(text) { return .int(number) }
        if let number = Double(text) { return .double(number) }
        if text.count >= 2, text.first == "\"", text.last == "\"" {
            return .string(String(text.dropFirst().dropLast()))
        }
        if text == "true" || text == "false" { return .bool(text == "true") }
        return text.isEmpty || text.contains(" ") ? nil : .string(String(text))
    }

    func holds(in data: DataScope) -> Bool {
        terms.allSatisfy { term in
            switch term {
            case .present(let path): data[path].map(Self.isSomething) ?? false
            case .absent(let path): !(data[path].map(Self.isSomething) ?? false)
            case .compared(let path, let comparison, let value):
                data[path].map { comparison.holds($0, value) } ?? (comparison == .notEqual)
            }
        }
    }

    private static func isSomething(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool(false), .int(0): false
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let list): !list.isEmpty
        case .object(let object): object.members.contains { isSomething($0.value) }
        default: true
        }
    }
}

extension Condition.Comparison {
    fileprivate func holds(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if let left = left.double, let right = right.double { return compare(left, right) }
        if let left = left.string, let right = right.string { return compare(left, right) }
        return self == .notEqual ? left != right : self == .equal && left == right
    }

    private func compare<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .atMost: left <= right
        case .more: left > right
        case .atLeast: left >= right
        }
    }
}

extension StringProtocol {
    /// Without the spaces at both ends.
    var trimmingSpaces: SubSequence {
        let start = firstIndex { $0 != " " } ?? endIndex
        let end = lastIndex { $0 != " " }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
