/// The lines of a data file that hold something, each with its number in the file.
struct DataLines {
    struct Line {
        /// Counted from 1, blank lines too.
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    let filled: [Line]

    init(_ bytes: [UInt8]) {
        filled = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
            .filter { !$0.element.allSatisfy(InputLines.isSpace) }
            .map { Line(number: $0.offset + 1, bytes: $0.element) }
    }
}
