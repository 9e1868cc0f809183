internal import Common

/// A text with keys of the data in it: `Order {{order_id}}`.
struct FilledText: Sendable {
    enum Piece: Sendable, Equatable {
        case literal(String)
        case key(DataPath, isOptional: Bool, ValueFormat?)
    }

    let pieces: [Piece]

    var isConstant: Bool {
        pieces.allSatisfy { if case .literal = $0 { true } else { false } }
    }

    var keys: [DataPath] { pieces.compactMap { if case .key(let path, _, _) = $0 { path } else { nil } } }

    /// Reads `text {{key}} {{key.of.object?}} {{key | format}}`.
    ///
    /// - Throws: ``TextFault`` with what is wrong and the fix.
    init(_ source: String) throws(TextFault) {
        var pieces: [Piece] = []
        var rest = Substring(source)
        while let open = rest.firstRange(of: "{{") {
            if open.lowerBound > rest.startIndex { pieces.append(.literal(String(rest[..<open.lowerBound]))) }
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw TextFault(message: "{{ is not closed; write }} behind the key")
            }
            pieces.append(try Self.key(rest[open.upperBound..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        self.pieces = pieces
    }

    private static func key(_ inside: Substring) throws(TextFault) -> Piece {
        let halves = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        var name = halves[0].filter { $0 != " " }
        let isOptional = name.last == "?"
        if isOptional { name.removeLast() }
        guard let path = DataPath(name) else {
            throw TextFault(
                message: "{{\(inside)}} names no key; keys are letters, digits and _, joined by dots")
        }
        guard halves.count == 2 else { return .key(path, isOptional: isOptional, nil) }
        let formatName = String(halves[1].filter { $0 != " " })
        guard let format = ValueFormat(formatName) else {
            throw TextFault(
                message: "\"\(formatName)\" is no format; use \(ValueFormat.names.joined(separator: ", "))")
        }
        return .key(path, isOptional: isOptional, format)
    }
}

/// What is wrong with a text or a condition of a template, and the fix.
struct TextFault: Error, Equatable { let message: String }

/// Names a value in the data: `ship_to.postcode`.
struct DataPath: Hashable, Sendable, CustomStringConvertible {
    let names: [String]

    init?(_ text: some StringProtocol) {
        let names = text.split(separator: "." as Character, omittingEmptySubsequences: false).map {
            String($0)
        }
        guard names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAllowed) }) else { return nil }
        self.names = names
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte.asciiDigit != nil || (0x61...0x7A).contains(byte | 0x20)
    }

    var description: String { names.joined(separator: ".") }
}
