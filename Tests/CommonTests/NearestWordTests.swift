import Common
import Testing

@Suite struct NearestWordTests {
    private static let words = ["order_id", "qty", "warehouse", "Straße"]

    @Test(arguments: [
        ("oder_id", "order_id"), ("ORDER_ID", "order_id"), ("qyt", "qty"), ("wraehosue", "warehouse"),
        ("strasse", "Straße"), ("completely_else", nil), ("", nil), ("q", nil), ("quantity", nil),
    ])
    func `near is what could be meant`(word: String, expected: String?) {
        #expect(nearestWord(to: word, among: Self.words) == expected)
    }

    @Test func `neighbours exchanged are one edit, and more than three are too many`() {
        #expect(nearestWord(to: "abdcefhgijlk", among: ["abcdefghijkl"]) == "abcdefghijkl")
        #expect(nearestWord(to: "badcfeghijlk", among: ["abcdefghijkl"]) == nil)
    }

    @Test func `of equally near words the first wins`() {
        #expect(nearestWord(to: "bix", among: ["bin", "box"]) == "bin")
        #expect(nearestWord(to: "bix", among: ["box", "bin"]) == "box")
    }

    @Test func `a word longer than anyone mistypes is near to nothing`() {
        let long = String(repeating: "a", count: 65)
        #expect(nearestWord(to: long, among: [long]) == nil)
        #expect(nearestWord(to: String(long.dropLast()), among: [long]) == long)
    }
}
