import Testing

@testable import wms

struct EditedLineTests {
    private func line(_ text: String, cursor: Int) -> EditedLine {
        var line = EditedLine(text)
        line.move(by: cursor - text.count)
        return line
    }

    @Test func `what is typed stands where the cursor is`() {
        var line = line("stock.list", cursor: 5)
        line.insert("s")
        #expect(line.text == "stocks.list")
        #expect(line.textBeforeCursor == "stocks")
        line.eraseBackwards()
        line.eraseForwards()
        #expect(line.text == "stocklist")
    }

    @Test func `an accent joins the letter before it`() {
        var line = EditedLine("cafe")
        line.insert("\u{301}")
        #expect(line.text == "café")
        #expect(line.cursor == 4)
        line.eraseBackwards()
        #expect(line.text == "caf")
    }

    @Test func `the cursor stays on the line`() {
        var line = EditedLine("ab")
        line.move(by: 5)
        #expect(line.cursor == 2)
        line.move(by: -9)
        line.eraseBackwards()
        #expect(line.text == "ab")
        line.moveToEnd()
        line.eraseForwards()
        #expect(line.text == "ab")
    }

    @Test func `words are moved over and erased part by part`() {
        var line = EditedLine("order.items.0.sku=TEA")
        line.moveWordLeft()
        #expect(line.textBeforeCursor == "order.items.0.sku=")
        line.moveWordLeft()
        line.moveWordLeft()
        #expect(line.textBeforeCursor == "order.items.")
        line.moveWordRight()
        #expect(line.textBeforeCursor == "order.items.0")
        line.eraseWordLeft()
        #expect(line.text == "order.items..sku=TEA")
        line.eraseWordRight()
        #expect(line.text == "order.items.=TEA")
    }

    @Test func `what was erased last can be inserted again`() {
        var line = line("one two", cursor: 3)
        line.eraseToStart()
        #expect(line.text == " two")
        line.eraseToStart()
        line.moveToEnd()
        line.reinsert()
        #expect(line.text == " twoone")
        line.moveToStart()
        line.eraseToEnd()
        #expect(line.text == "")
        line.reinsert()
        #expect(line.text == " twoone")
    }
}
