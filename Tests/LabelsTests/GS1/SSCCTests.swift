import Testing

@testable import Labels

@Suite struct SSCCTests {
    @Test func buildsTheNumberFromItsParts() throws {
        let sscc = try SSCC(extensionDigit: 1, companyPrefix: "0614141", serial: 123_456_789)
        #expect(sscc.text == "106141411234567897")
        #expect(try SSCC("106141411234567897") == sscc)
    }

    @Test func refusesAWrongCheckDigitAndNamesTheRightOne() {
        #expect(
            throws: LabelError.badSSCC(text: "106141411234567890", reason: "the check digit must be 7, not 0")
        ) {
            try SSCC("106141411234567890")
        }
    }

    @Test(arguments: [
        "", "1", "10614141123456789", "1061414112345678970", "10614141123456789X", "１06141411234567897",
    ])
    func refusesWhatIsNotEighteenDigits(_ text: String) {
        #expect(throws: LabelError.badSSCC(text: text, reason: "an SSCC is 18 digits and nothing else")) {
            try SSCC(text)
        }
    }

    @Test func aSerialThatOutgrowsItsDigitsIsRefused() throws {
        _ = try SSCC(extensionDigit: 0, companyPrefix: "0614141", serial: 999_999_999)
        #expect(throws: LabelError.self) {
            try SSCC(extensionDigit: 0, companyPrefix: "0614141", serial: 1_000_000_000)
        }
    }
}
