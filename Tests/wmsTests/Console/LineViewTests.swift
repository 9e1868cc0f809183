import Testing

@testable import wms

struct LineViewTests {
    private func view(
        _ text: String, cursor: Int? = nil, hint: String = "", columns: Int = 11, rows: Int = 24
    ) -> LineView {
        var line = EditedLine(text)
        if let cursor { line.move(by: cursor - line.cursor) }
        return LineView(prompt: "> ", line: line, hint: hint, columns: columns, screenRows: rows)
    }

    @Test func `a long line is broken before the edge`() {
        let view = view("abcdefghijkl")
        #expect(view.rows == ["> abcdefgh", "ijkl"])
        #expect(view.cursorRow == 1)
        #expect(view.cursorColumn == 4)
    }

    @Test func `the cursor behind a full row stands on the next`() {
        let view = view("abcdefgh")
        #expect(view.rows == ["> abcdefgh", ""])
        #expect(view.cursorRow == 1)
        #expect(view.cursorColumn == 0)
    }

    @Test func `a wide character is not broken`() {
        #expect(view("abcdefg茶", cursor: 0).rows == ["> abcdefg", "茶"])
        #expect(view("茶茶", cursor: 1).cursorColumn == 4)
    }

    @Test func `of a line longer than the screen the rows around the cursor are shown`() {
        let text = String(repeating: "0123456789", count: 5)
        let end = view(text, rows: 4)
        #expect(end.rows == ["8901234567", "8901234567", "89"])
        #expect(end.cursorRow == 2)
        let start = view(text, cursor: 0, rows: 4)
        #expect(start.rows == ["> 01234567", "8901234567", "8901234567"])
        #expect(start.cursorRow == 0)
    }

    @Test func `a hint has what is left of the row`() {
        #expect(view("ab", hint: " bin= sku=").hint == " bin=…")
        #expect(view("ab", cursor: 0, hint: " bin=").hint == "")
    }

    @Test func `a prompt leaves room for the line`() {
        let view = LineView(
            prompt: "a long warehouse> ", line: EditedLine("x"), hint: "", columns: 11, screenRows: 9)
        #expect(view.rows == ["a lonx"])
    }
}
