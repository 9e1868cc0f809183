import Testing

@testable import Labels

@Suite struct ApplicationIdentifierTests {
    @Test(arguments: [
        "00", "01", "02", "10", "11", "13", "15", "17", "21", "30", "37", "3100", "3105", "3302", "400",
        "401", "402", "403",
        "410", "411", "412", "413", "414", "415", "420", "421",
    ])
    func knowsWhatWarehousesAndCarriersUse(_ code: String) {
        #expect(ApplicationIdentifier.named(code) != nil)
    }

    /// Values of 20 and more characters in front of another AI need their separator, those of fixed length none.
    @Test func predefinedLengthsHaveOneLength() {
        for identifier in ApplicationIdentifier.table where identifier.hasPredefinedLength {
            #expect(identifier.parts.allSatisfy { $0.length.count == 1 }, "\(identifier.code)")
        }
    }

    @Test func noCodeIsTheBeginningOfAnother() {
        let codes = ApplicationIdentifier.table.map { $0.code.replacing("n", with: "0") }
        for code in codes { #expect(codes.count { $0.hasPrefix(code) } == 1, "\(code)") }
    }

    @Test func everyCompanionIsItselfKnown() {
        for identifier in ApplicationIdentifier.table {
            for code in identifier.requires.flatMap(\.self) {
                #expect(ApplicationIdentifier.named(code) != nil, "\(identifier.code)")
            }
        }
    }
}
