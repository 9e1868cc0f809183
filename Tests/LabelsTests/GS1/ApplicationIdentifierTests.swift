import Testing

@testable import Labels

@Suite struct ApplicationIdentifierTests {
    @Test(arguments: [
        "00", "01", "02", "10", "11", "13", "15", "17", "21", "30", "37", "3100", "3105", "3302", "400",
        "401", "402", "403",
        "410", "411", "412", "413", "414", "415", "416", "417", "420", "421", "427", "03", "235", "243",
        "251",
        "253", "254", "255", "3145", "3375", "3695", "3900", "3929", "3943", "3955", "4300", "4333", "7001",
        "7011",
        "7023", "7039", "7041", "710", "717", "7230", "7242", "7259", "8001", "8014", "8020", "8026", "8030",
        "8043",
        "8110", "8112", "8200", "90", "99",
    ])
    func knowsWhatWarehousesAndCarriersUse(_ code: String) {
        #expect(ApplicationIdentifier.named(code) != nil)
    }

    @Test(arguments: ["3106", "3944", "3956", "718", "7243", "05", "4334", "8114", "9"])
    func knowsNoOther(_ code: String) {
        #expect(ApplicationIdentifier.named(code) == nil)
    }

    /// What the table says of the encoder is what the encoder says of itself.
    @Test func theEncoderKnowsTheRest() {
        let encoder = SymbolEncoder()
        let content = BarcodeContent(
            symbology: .gs1DataMatrix, value: .elementStrings([]), profile: .tradeItem)
        for identifier in ApplicationIdentifier.table {
            let value = identifier.parts.map { String(repeating: "0", count: $0.length.lowerBound) }.joined()
            let code = identifier.code.replacing("n", with: "0")
            var isKnown = true
            do throws(ElementRefusal.Reason) {
                _ = try encoder.encode("[\(code)]\(value)", as: content, primary: nil)
            } catch {
                isKnown = !error.description.contains("Invalid AI")
            }
            #expect(isKnown == identifier.isEncodable, "\(code)")
        }
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
                let one = code.replacing("n", with: "0")
                #expect(ApplicationIdentifier.named(one) != nil, "\(identifier.code) needs \(code)")
            }
        }
    }
}
