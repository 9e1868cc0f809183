import Common
import Testing

@Suite struct TextTableTests {
    @Test func `columns are as wide as they must be and numbers stand to the right`() {
        let table = TextTable(headings: ["BIN", "ON HAND"], rows: [["B-3-12", "12"], ["D-1-05", "-3.5"]])
        #expect(table.text == "BIN     ON HAND\nB-3-12       12\nD-1-05     -3.5")
    }

    @Test func `one word among the numbers keeps them to the left`() {
        let table = TextTable(headings: ["QTY"], rows: [["12"], [""], ["all"]])
        #expect(table.lines == ["QTY", "12", "", "all"])
    }

    @Test func `columns without headings stand as they are given`() {
        let table = TextTable(
            alignments: [.left, .right], rows: [["orders", "240"], ["saved", "1,234"]], gap: 3)
        #expect(table.lines == ["orders     240", "saved    1,234"])
    }

    @Test func `a wide character occupies two columns`() {
        let table = TextTable(alignments: [.left, .left], rows: [["茶叶", "a"], ["tea", "b"]])
        #expect(table.lines == ["茶叶  a", "tea   b"])
    }

    @Test func `a short row is filled and a long one cut`() {
        let table = TextTable(headings: ["A", "B"], rows: [["1"], ["1", "2", "3"]])
        #expect(table.lines == ["A  B", "1", "1  2"])
    }

    @Test func `a table without rows has its headings`() {
        #expect(TextTable(headings: ["A", "B"]).lines == ["A  B"])
        #expect(TextTable(alignments: [.left]).lines == [])
    }

    @Test func `as Markdown it has an underline, and no cell breaks out`() {
        let table = TextTable(
            columns: [.init("case"), .init("time", .right)], rows: [["a|b", "5"], ["c\nd", "60"]])
        #expect(table.markdownHead == ["| case | time |", "| --- | ---: |"])
        #expect(table.rows.map(table.markdownLine) == ["| a\\|b | 5 |", "| c d | 60 |"])
    }
}
