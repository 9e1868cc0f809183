import Common
import Testing

@testable import Labels

@Suite struct DigitalLinkTests {
    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func readsWhatItWrites(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<10 {
            let elements = ElementStrings.random(&random)
            guard let uri = try? DigitalLink.uri(elements) else { continue }
            let read = try #require(try DigitalLink.parse(uri))
            #expect(Set(read) == Set(elements), "\(uri)")
            #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
    }

    @Test(arguments: [
        "https://id.gs1.org/01/09506000134352/10/A%2FB/21/7?17=271231&linkType=gs1:pip",
        "HTTPS://ID.GS1.ORG/01/09506000134352/10/A%2fB/21/7?17=271231",
        "http://example.com:8080/some/path/01/09506000134352/10/A%2FB/21/7?17=271231#top",
        "https://example.com/01/9506000134352/21/7/10/A%2FB?linkType=all&17=271231",
        "https://example.com/01/9506000134352/21/7/10/A%2FB?05=shop&17=271231&9999=1&12345=x",
    ])
    func readsEveryWayToWriteIt(_ uri: String) throws {
        let read = try #require(try DigitalLink.parse(uri))
        #expect(Set(read.map(\.description)) == ["(01)09506000134352", "(10)A/B", "(21)7", "(17)271231"])
    }

    @Test func writesQualifiersInTheirOrderAndTheRestAsAttributes() throws {
        let elements = try [("17", "271231"), ("21", "7"), ("10", "A/B"), ("01", "09506000134352")].map {
            try ElementString(ai: $0.0, value: $0.1)
        }
        #expect(
            try DigitalLink.uri(elements, domain: "https://example.com")
                == "https://example.com/01/09506000134352/10/A%2FB/21/7?17=271231")
    }

    @Test(arguments: [
        "https://example.com/", "https://example.com/2026/01/15", "https://example.com/00/15/x",
        "id.gs1.org/01/09506000134352", "https://",
        "ftp://id.gs1.org/01/09506000134352", "https://id.gs1.org/10/LOT7", "",
    ])
    func otherAddressesAreNone(_ uri: String) throws {
        #expect(try DigitalLink.parse(uri) == nil)
    }

    @Test(arguments: [
        "https://id.gs1.org/01/09506000134353", "https://id.gs1.org/01/09506000134352/10/%",
        "https://id.gs1.org/01/09506000134352?17=271331", "https://id.gs1.org/01/09506000134352/99x/1",
    ])
    func aLinkThatBreaksARuleIsAFault(_ uri: String) {
        #expect(throws: GS1Fault.self) { try DigitalLink.parse(uri) }
        #expect(ScannedCode("]Q1" + uri).fault != nil)
        #expect(ScannedCode("]Q1" + uri).elements.isEmpty)
    }

    @Test func needsAPrimaryKey() throws {
        let lot = try ElementString(ai: "10", value: "LOT7")
        #expect(throws: GS1Fault.self) { try DigitalLink.uri([lot]) }
    }
}
