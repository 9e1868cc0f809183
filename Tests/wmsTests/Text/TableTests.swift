import Testing

@testable import wms

struct TableTests {
    @Test func `columns are as wide as they must be and numbers stand to the right`() {
        let table = Table(headings: ["bin", "on hand"], rows: [["B-3-12", "12"], ["D-1-05", "3"]])
        #expect(table.text == "BIN     ON HAND\nB-3-12       12\nD-1-05        3")
        #expect(table.columns == 15)
    }

    @Test func `a name with a line break or an escape stays in its cell`() {
        let table = Table(
            headings: ["sku", "name"], rows: [["TEA", "Green\ntea\u{1B}[2J"], ["MUG", "Mug"]])
        #expect(
            table.text == #"""
                SKU  NAME
                TEA  Green\ntea\u001b[2J
                MUG  Mug
                """#)
    }
}
