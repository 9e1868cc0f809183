import Common
import Testing

@Suite struct TextColumnsTests {
    @Test func `a wide character occupies two columns, a mark on another none`() {
        #expect("TEA-250G".columns == 8)
        #expect("乌龙茶 250".columns == 10)
        #expect("e\u{301}".columns == 1)
        #expect("📦".columns == 2)
    }

    @Test func `a text is cut where its columns end`() {
        #expect("乌龙茶".cut(toColumns: 6) == "乌龙茶")
        #expect("乌龙茶".cut(toColumns: 5) == "乌龙…")
        #expect("乌龙茶".cut(toColumns: 4) == "乌…")
        #expect("TEA".cut(toColumns: 0) == "")
    }

    @Test func `a text is broken between words, and within one that is too long`() {
        #expect("in the left back corner".wrapped(toColumns: 11) == ["in the left", "back corner"])
        #expect("一二三四五 六".wrapped(toColumns: 6) == ["一二三", "四五", "六"])
    }
}
