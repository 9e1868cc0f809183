import Testing

/// A fault that a file must be refused for: what is wrong with it, where that is reported, and in which words.
struct FaultCase: Sendable, CustomTestStringConvertible {
    let name: String
    let yaml: String
    let line: Int
    let column: Int
    let words: String

    var testDescription: String { name }

    init(_ name: String, _ yaml: String, at line: Int, _ column: Int, _ words: String) {
        (self.name, self.yaml, self.line, self.column, self.words) = (name, yaml, line, column, words)
    }
}

/// Two aisles of four shelves between two cross aisles; what is given replaces the line of that part.
func twoAisles(
    head: String = "name: Test", row: String = "y: 0", aisle: String = "pitch: 5",
    run: String = "first_y: 1.5",
    bins: String = "{columns: 3, levels: 2, size: [900, 600, 400]}", moreRuns: String = "",
    moreAisles: String = "", station: String = "x: 0", tail: String = "carts: []"
) -> String {
    """
    warehouse: WH-T
    \(head)
    cross_aisles:
      - {id: FRONT, \(row)}
      - {id: BACK, y: 6}
    aisles:
      - id: A..B
        x: 1
        \(aisle)
        shelves:
          - count: 4
            length: 3
            \(run)
            bins: \(bins)
    \(moreRuns)
    \(moreAisles)
    stations:
      - id: DEPOT
        kind: start
        y: 0
        \(station)
      - {id: PACK-1, kind: pack, x: 3, y: -2}
    \(tail)
    """
}

/// One aisle with one bin.
private func oneBin(printed: String, station: String = "PACK-1", tail: String = "") -> String {
    """
    warehouse: WH-T
    bin_name: "\(printed)"
    cross_aisles: [{id: FRONT, y: 0}, {id: BACK, y: 6}]
    aisles:
      - id: A
        x: 0
        shelves: {count: 1, first_y: 3, length: 3, bins: {columns: 1, size: [9, 9, 9]}}
    stations:
      - {id: \(station), kind: pack, x: 0, y: -2}
      - {id: START, kind: start, x: 0, y: 0}
    \(tail)
    """
}

extension FaultCase {
    static let all = entryCases + nameCases + textCases + fileCases

    /// Names that stand for two things, or ranges where one name is asked for.
    private static let nameCases: [FaultCase] = [
        FaultCase(
            "printed name that is a station's id", oneBin(printed: "P{column}", station: "P1"), at: 2, 11,
            "bin_name prints \"P1\" for A-1-01, which is a station too"),
        FaultCase(
            "printed name that is a spot's id",
            oneBin(printed: "P{column}", tail: "spots: [{id: P1, at: [1, 1], size: [9, 9, 9]}]"), at: 11, 14,
            "bin_name prints \"P1\" for A-1-01 too: rename the spot"),
        FaultCase(
            "station with a bin's address", oneBin(printed: "{bin}", station: "a-01-1"), at: 9, 10,
            "A-01-1 names bin A-1-01 too: rename the station"),
        FaultCase(
            "range for a warehouse", twoAisles().replacing("WH-T", with: "A..C"), at: 1, 12,
            "the layout takes one id, not the range A..C"),
        FaultCase(
            "range for an area", twoAisles(tail: "areas: [{id: M..N}]"), at: 23, 14, "an area takes one id"),
        FaultCase(
            "range for a cross aisle", twoAisles().replacing("BACK", with: "B..C"), at: 5, 10,
            "a cross aisle takes one id"),
        FaultCase(
            "range for a cart", twoAisles(tail: "carts: [{id: C..D, totes: 1}]"), at: 23, 14,
            "a cart takes one id"),
        FaultCase(
            "range for a walkway", twoAisles(tail: "walkways: [{id: V..W, from: [1, 0], to: [6, 6]}]"),
            at: 23, 17, "a walkway takes one id"),
        FaultCase(
            "range for a bin type", twoAisles(tail: "bin_types: {S..T: {size: [9, 9, 9]}}"), at: 23, 13,
            "a bin type has one name"),
        FaultCase(
            "range for an aisle's end", twoAisles(aisle: "pitch: 5\n    to: FRONT..BACK"), at: 10, 9,
            "there is no cross aisle \"FRONT..BACK\""),
        FaultCase(
            "range for a dock",
            twoAisles(tail: "").replacing("kind: pack,", with: "kind: stage, dock: D-1..2,"), at: 22, 37,
            "there is no dock \"D-1..2\""),
        FaultCase(
            "range in closed", twoAisles(tail: "closed: [A..B/BACK]"), at: 23, 10,
            "there is no aisle \"A..B\""),
    ]

    /// Text that the parser refuses, explained in words of the trade.
    private static let textCases: [FaultCase] = [
        FaultCase(
            "line that is indented too little", twoAisles(aisle: "x").replacing("    x: 1", with: "   x: 1"),
            at: 8, 4, "indent it like its neighbours"),
        FaultCase(
            "tab before a key", twoAisles().replacing("    x: 1", with: "\tx: 1"), at: 8, 1, "use blanks"),
        FaultCase(
            "quote without end", twoAisles(head: "name: \"Test"), at: 2, 7,
            "the quote that opens here is never closed"),
        FaultCase(
            "brace without end", twoAisles(row: "y: 0").replacing("y: 6}", with: "y: 6"), at: 5, 5,
            "the { that opens here is not closed"),
        FaultCase(
            "list on its key's line", twoAisles().replacing("aisles:\n  - id: A", with: "aisles: - id: A"),
            at: 6, 9, "a list cannot begin on its key's line"),
        FaultCase(
            "colon without a blank", twoAisles(row: "y:0"), at: 4, 17, "write a blank after the colon"),
        FaultCase("text that begins with @", twoAisles(head: "name: @"), at: 2, 7, "put text into quotes"),
        FaultCase("text that begins with *", twoAisles(head: "name: *T"), at: 2, 7, "put text into quotes"),
        FaultCase("text with a colon", twoAisles(head: "name: a: b"), at: 2, 8, "into quotes"),
        FaultCase(
            "braces without quotes", twoAisles(head: "bin_name: {aisle}"), at: 2, 11,
            "not a section of keys: put text that has { or : in it into quotes"),
        FaultCase("word that is no key", twoAisles(tail: "garbage"), at: 23, 1, "neither key nor value"),
        FaultCase("control character", twoAisles(head: "name: a\u{7}"), at: 2, 8, "is no text (code 7)"),
        FaultCase("second document", twoAisles(tail: "---"), at: 23, 1, "one warehouse a file"),
        FaultCase("comma too many", twoAisles(row: "y: 0,, x: [0, 1]"), at: 4, 22, "a value is missing"),
        FaultCase("single value for a layout", "warehouse", at: 1, 1, "begin it with warehouse:"),
    ]

    private static let fileCases: [FaultCase] = [
        FaultCase("empty file", "", at: 1, 1, "the file is empty"),
        FaultCase("list without end", "warehouse: [W", at: 1, 12, "the [ that opens here is not closed"),
        FaultCase("same key twice", "warehouse: W\nwarehouse: V", at: 1, 1, "\"warehouse\""),
        FaultCase(
            "list for a layout", "- warehouse", at: 1, 1, "the layout is a section of keys, not a list"),
        FaultCase(
            "large file", "# " + String(repeating: "x", count: 512 * 1024), at: 1, 1, "more than 524288"),
        FaultCase("aliases that explode", bomb, at: 1, 16, "aliases stand for more than"),
        FaultCase(
            "aliases in keys", "a: &a [x, x]\nb: &b\n  ? [*a, *a]\n  : 1", at: 3, 4,
            "an alias cannot stand in a key"),
        FaultCase(
            "too many bins",
            twoAisles().replacing("count: 4", with: "count: 10000").replacing(
                "columns: 3, levels: 2", with: "columns: 99, levels: 99"), at: 7, 5, "more than 500000 bins"),
        FaultCase("nesting without end", String(repeating: "[", count: 100_000), at: 1, 1, "too deep"),
    ]
}

/// Nine lists of nine aliases each: half a billion values in a few lines.
private let bomb: String = {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
        let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
        text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    return text
}()
