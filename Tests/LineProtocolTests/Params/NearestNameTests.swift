import Testing

@testable import LineProtocol

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("oder_id", "order_id"), ("ORDER_ID", "order_id"), ("qyt", "qty"), ("completely_else", nil),
        ("", nil),
    ])
    func nearIsWhatCouldBeMeant(name: String, expected: String?) {
        #expect(nearestName(to: name, among: ["order_id", "qty", "warehouse"]) == expected)
    }

    @Test func ofEquallyNearNamesTheFirstWins() {
        #expect(nearestName(to: "bix", among: ["bin", "box"]) == "bin")
    }
}
