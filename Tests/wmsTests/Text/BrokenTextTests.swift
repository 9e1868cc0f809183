import Testing

@testable import wms

struct BrokenTextTests {
    @Test func `lines are broken between words, behind an indent`() {
        #expect("12  ab  cd ef gh".broken(toColumns: 9, indent: "  ") == "12  ab\n  cd ef\n  gh")
        #expect("ab cd ef".broken(toColumns: 5) == "ab cd\nef")
        #expect("ab cd\nef".broken(toColumns: 5) == "ab cd\nef")
    }

    @Test func `a longer word is broken itself, and a text that fits is as it was`() {
        #expect("abcdefgh".broken(toColumns: 5) == "abcde\nfgh")
        #expect("茶叶茶叶".broken(toColumns: 5) == "茶叶\n茶叶")
        #expect("  a  b".broken(toColumns: nil) == "  a  b")
        #expect("a b".broken(toColumns: 0) == "a b")
    }
}
