import Common
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

    @Test(arguments: [
        ("]E09521234543213", "09521234543213"), ("9521234543213", "09521234543213"),
        ("]I110614141000415", "10614141000415"),
    ])
    func givesTheGTINInFourteenDigits(_ raw: String, _ gtin: String) {
        #expect(ScannedCode(raw).gtin == gtin)
    }

    @Test func aWrongCheckDigitIsAFaultAndNoSSCC() {
        let code = ScannedCode("]C100106141411234567890")
        #expect(code.sscc == nil)
        #expect(code.fault == .wrongCheckDigit(ai: "00", value: "106141411234567890", right: 7))
    }

    @Test(arguments: [
        ("]C1", "010950600013435210LOT7"), ("]e0", "010950600013435210LOT7"),
        ("]d2", "010950600013435210LOT7"),
        ("]Q3", "010950600013435210LOT7"), ("]J1", "010950600013435210LOT7"),
        ("]Q1", "https://id.gs1.org/01/09506000134352/10/LOT7"),
        ("]d1", "HTTPS://ID.GS1.ORG/01/09506000134352/10/LOT7"),
        ("", "https://id.gs1.org/01/09506000134352/10/LOT7"),
        ("", "010950600013435210LOT7"), ("", "(01)09506000134352(10)LOT7"),
        ("", "\u{1D}010950600013435210LOT7"),
    ])
    func readsTheSameFromEveryCarrier(_ prefix: String, _ text: String) {
        let code = ScannedCode(prefix + text)
        #expect(code.gtin == "09506000134352")
        #expect(code["10"] == "LOT7")
        #expect(code.symbology?.prefix ?? "" == prefix)
    }

    @Test(arguments: [
        ("]E4", "96385074"), ("]E0", "9506000134352"), ("]E0", "0012345678905"), ("]I1", "19506000134359"),
        ("]e0", "0119506000134359"),
    ])
    func articleNumbersOfEveryLength(_ prefix: String, _ digits: String) {
        let code = ScannedCode(prefix + digits)
        #expect(code.fault == nil)
        #expect(code.gtin?.utf8.count == 14)
        #expect(code.gtin.map { digits.hasSuffix($0.drop { $0 == "0" }) } == true)
    }

    @Test(arguments: [
        "]E09506000134353", "]I119506000134350", "]E4963850", "]C1", "]C1ABC", "]d20109506000134353\u{1D}9",
        "]Q3010950600013435211271301",
    ])
    func whatBreaksARuleIsAFault(_ raw: String) {
        #expect(ScannedCode(raw).fault != nil)
        #expect(ScannedCode(raw).elements.isEmpty)
        #expect(ScannedCode(raw).gtin == nil)
    }

    /// Nobody knows where the value of an unknown AI ends; what stands before it has been read.
    @Test(arguments: ["]C1", "]d2", "]Q3"])
    func anUnknownAIEndsTheReading(_ prefix: String) {
        let code = ScannedCode(prefix + "0109506000134352" + "10LOT7\u{1D}0599\u{1D}17271231")
        #expect(code.gtin == "09506000134352")
        #expect(code["10"] == "LOT7")
        #expect(code["17"] == nil)
        #expect(code.fault == .unknownAI("0599"))
        #expect(ScannedCode(prefix + "0599").elements.isEmpty)
    }

    @Test(arguments: [
        "B-3-12", "T-0007", "00", "01", "0100000000000000X", "]", "]C", "]d1TOTE-7", "]A0ABC", "", "10LOT7",
        "21S1", "0010614141123456789", "https://example.com/",
    ])
    func anythingElseIsPlain(_ raw: String) {
        #expect(ScannedCode(raw).elements.isEmpty)
        #expect(ScannedCode(raw).fault == nil)
    }

    /// A scan is input from outside: nothing in it may stop the program.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anyBytesAreReadWithoutHarm(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let alphabet =
            Array("]CdQEeI0123456789()[]<>%/?&=.:-ABGS\u{1D}|é中".map(String.init)) + [
                "]C1", "]d2", "https://", "/01/", "(01)", "<GS>",
            ]
        for _ in 0..<200 {
            let raw = (0..<random.next(below: 24)).map { _ in alphabet[random.next(below: alphabet.count)] }
                .joined()
            let code = ScannedCode(raw)
            if case .unknownAI = code.fault { continue }
            #expect(code.fault == nil || code.elements.isEmpty)
        }
    }
}
