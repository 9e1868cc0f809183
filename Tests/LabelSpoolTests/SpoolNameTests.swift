import Testing

@testable import LabelSpool

@Suite struct SpoolNameTests {
    @Test("Every ending is read back", arguments: zip(LabelLanguage.allCases, ["zpl", "epl", "tspl", "bin"]))
    func readsWhatItWrites(_ language: LabelLanguage, _ ending: String) throws {
        let name = try SpoolName(
            sequence: 42, kind: "shipping", key: "106141411234567897", language: language)
        #expect(name.description == "000000000042-shipping-106141411234567897-r0.\(ending)")
        #expect(SpoolName(name.description) == name)
        #expect(SpoolName(name.inHand) == nil)
        #expect(SpoolName(inHand: name.inHand) == name)
    }

    @Test(
        "What is no label's name",
        arguments: [
            "", "README", ".", "..", "000000000042-shipping-1-r0.txt", "42-shipping-1-r0.zpl",
            "000000000042-shipping-1-r0.zpl.reason", "000000000042-shipping-1.zpl",
            "000000000042-shipping-1-r-1.zpl", ".000000000042-shipping-1-r0.zpl",
        ])
    func isNone(_ text: String) { #expect(SpoolName(text) == nil) }
}
