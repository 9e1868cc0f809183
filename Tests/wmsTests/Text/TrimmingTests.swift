import Testing

@testable import wms

struct TrimmingTests {
    @Test(arguments: [
        ("", ""), (" \t ", ""), ("TEA", "TEA"), (" \tGreen  tea\t ", "Green  tea"), ("B-3-12\t", "B-3-12"),
    ])
    func `spaces and tabs are left out at both ends`(text: String, trimmed: String) {
        #expect(text.trimmingSpaces == trimmed)
    }
}
