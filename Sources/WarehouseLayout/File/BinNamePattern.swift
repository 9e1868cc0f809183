internal import Common

/// What is printed on the beam: text with `{aisle}`, `{shelf:02}`, `{level:A}`, `{column}`, `{bin}` or `{area}`.
struct BinNamePattern {
    private enum Piece {
        case text(String)
        case aisle
        case area
        case number(Number, width: Int)
        case letters(Number)
    }

    private enum Number: String, CaseIterable { case shelf, level, column, bin }

    let mark: TextMark
    private var pieces: [Piece] = []

    init?(_ word: Word, _ faults: FaultList) {
        mark = word.mark
        var rest = Substring(word.text)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}"),
                let piece = Self.piece(rest[rest.index(after: open)..<close])
            else {
                faults.add(
                    mark,
                    "bin_name is text with {aisle}, {shelf}, {level}, {column}, {bin} or {area}; a number may have "
                        + "a width, {shelf:02}, or be letters, {level:A}")
                return nil
            }
            pieces.append(piece)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }

    private static func piece(_ field: Substring) -> Piece? {
        let parts = field.split(separator: ":", omittingEmptySubsequences: false)
        if field == "aisle" { return .aisle }
        if field == "area" { return .area }
        guard let number = Number(rawValue: String(parts[0])), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return .number(number, width: 1) }
        if parts[1] == "A" { return .letters(number) }
        guard let width = Int(parts[1]), (1...9).contains(width) else { return nil }
        return .number(number, width: width)
    }

    /// The name of one bin, in capitals.
    func name(aisle: AisleID, area: AreaID?, shelf: Int, level: Int, column: Int, number: Int) -> String {
        func value(_ field: Number) -> Int {
            switch field {
            case .shelf: shelf
            case .level: level
            case .column: column
            case .bin: number
            }
        }
        var name = ""
        for piece in pieces {
            switch piece {
            case .text(let text): name += text
            case .aisle: name += aisle.text
            case .area: name += area?.text ?? ""
            case .number(let field, let width): name += value(field).zeroPadded(to: width)
            case .letters(let field): name += letters(value(field))
            }
        }
        return upperCased(name)
    }
}
