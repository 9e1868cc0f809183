import Testing

@testable import Labels

@Suite struct GS1DateTests {
    @Test(arguments: [
        ("270531", 2027, 5, 31), ("270500", 2027, 5, 31), ("280200", 2028, 2, 29), ("270200", 2027, 2, 28),
        ("271200", 2027, 12, 31), ("000229", 2000, 2, 29), ("990101", 2099, 1, 1),
    ])
    func dayZeroIsTheMonthsLast(text: String, year: Int, month: Int, day: Int) throws {
        let date = try #require(GS1Date(text))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(date.isDayWritten == !text.hasSuffix("00"))
    }

    @Test(arguments: ["270230", "270000", "271301", "27053", "2705311", "27O531", "", "٢٧٠٥٣١"])
    func whatIsNoDayIsRefused(text: String) { #expect(GS1Date(text) == nil) }

    @Test func aScannedCodeTellsItsExpiry() {
        #expect(ScannedCode("]C1172802001010D9T").expiry == GS1Date("280200"))
        #expect(ScannedCode("(10)L1").expiry == nil)
    }
}
