import Testing

@testable import Labels

@Suite struct ScannedCodeTests {
    @Test func readsAnSSCCWithItsSymbologyPrefix() {
        let code = ScannedCode("]C100106141411234567897")
        #expect(code.symbology?.prefix == "]C1")
        #expect(code.sscc?.text == "106141411234567897")
    }

    @Test func separatesValuesAtFNC1() {
        let code = ScannedCode("]d20109506000134352\u{1D}10LOT7\u{1D}17271231\u{1D}21S1")
        #expect(code["01"] == "09506000134352")
        #expect(code["10"] == "LOT7")
        #expect(code["17"] == "271231")
        #expect(code["21"] == "S1")
    }

    @Test(arguments: ["10D9T", "]C010D9T", "]C000106141411234567897"])
    func plainCode128IsNoElementString(_ raw: String) {
        #expect(ScannedCode(raw).elements.isEmpty)
        #expect(ScannedCode(raw).fault == nil)
    }

    @Test func readsADigitalLink() {
        let code = ScannedCode("]Q1https://id.gs1.org/01/09506000134352/10/A%2FB?17=271231&linkType=all")
        #expect(code.gtin == "09506000134352")
        #expect(code["10"] == "A/B")
        #expect(code["17"] == "271231")
    }

    @Test(arguments: [("]E09521234543213", "09521234543213"), ("9521234543213", "09521234543213"), ("]I110614141000415", "10614141000415")])
    func tellsTheGTINInFourteenDigits(_ raw: String, _ gtin: String) {
        #expect(ScannedCode(raw).gtin == gtin)
    }

    @Test func aWrongCheckDigitIsAFaultAndNoSSCC() {
        let code = ScannedCode("]C100106141411234567890")
        #expect(code.sscc == nil)
        #expect(code.fault == .wrongCheckDigit(ai: "00", value: "106141411234567890", right: 7))
    }
}
