import Common
import JSON
import Testing

@testable import Labels

@Suite struct ElementStringTests {
    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func readsWhatASymbolCarries(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let elements = ElementStrings.random(&random)
            if elements.isEmpty { continue }
            #expect(try ElementString.parse(scan: ElementStrings.scan(elements)).elements == elements)
            // Printers put FNC1 in front and behind fixed lengths too.
            let generous = "\u{1D}" + elements.map { $0.ai + $0.value }.joined(separator: "\u{1D}") + "\u{1D}"
            #expect(try ElementString.parse(scan: generous).elements == elements)
            #expect(ScannedCode("]C1" + ElementStrings.scan(elements)).elements == elements)
            #expect(ScannedCode("]d2" + ElementStrings.scan(elements, separator: "|")).elements == elements)
        }
    }

    @Test(arguments: ["\u{1D}", "<GS>", "{GS}", "[FNC1]", "␝", "|", "~", "^", "@", "#"])
    func aScannerMayTypeSomethingElseForFNC1(_ separator: String) {
        let code = ScannedCode("]C10109506000134352" + "10LOT7" + separator + "17271231")
        #expect(code.elements.map(\.description) == ["(01)09506000134352", "(10)LOT7", "(17)271231"])
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func readsWhatPeopleTypeFromThePrint(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let elements = ElementStrings.random(&random).filter { !$0.value.contains("(") }
        if elements.isEmpty { return }
        #expect(try ElementString.parse(bracketed: elements.map(\.description).joined()) == elements)
    }

    @Test func parenthesesInAValueAreNoAI() throws {
        #expect(try ElementString.parse(bracketed: "(10)A(B)C(21)7(x)")?.map(\.value) == ["A(B)C", "7(x)"])
    }

    @Test(arguments: [
        ("00", "106141411234567890"), ("00", "10614141123456789"), ("00", "10614141123456789X"),
        ("01", "9506000134352"),
        ("02", "09506000134353"), ("10", ""), ("10", "ABCDEFGHIJKLMNOPQRSTU"), ("10", "A B"), ("10", "Ä"),
        ("10", "A^B"),
        ("11", "261301"), ("13", "260230"), ("15", "2602"), ("17", "26O101"), ("21", ""), ("30", "123456789"),
        ("30", "1A"),
        ("37", ""), ("3103", "12345"), ("3109", "123456"), ("310", "123456"), ("400", ""),
        ("402", "12345678901234567"),
        ("410", "9506000134353"), ("421", "12"), ("421", "ABC1"), ("7003", "2612312460"), ("99", ""),
        ("05", "1"), ("", "1"), ("7007", "26050126"), ("7011", "26050115"), ("7003", "2612001200"),
        ("8010", "a"), ("3944", "1234"), ("3956", "123456"), ("253", "9521234543214"), ("4307", "D"),
    ])
    func refusesWhatItsAIDoesNotAllow(_ ai: String, _ value: String) {
        #expect(throws: GS1Fault.self) { try ElementString(ai: ai, value: value) }
    }

    @Test(arguments: [
        ("11", "260200"), ("17", "240229"), ("15", "991231"), ("3100", "000001"), ("3105", "123456"),
        ("3303", "000500"), ("421", "2761"), ("7003", "2612312359"), ("253", "9521234543213"),
        ("253", "9521234543213A7"), ("7007", "260501"), ("7007", "260501260512"), ("7011", "2605011530"),
        ("8008", "26050115"), ("8010", "A-/#7"), ("3909", "5"), ("4330", "001500-"),
        ("8043", "123456789012345678"),
    ])
    func acceptsWhatItsAIAllows(_ ai: String, _ value: String) throws {
        #expect(try ElementString(ai: ai, value: value).description == "(\(ai))\(value)")
    }

    /// biip, a GS1 parser in Python, reads the same.
    @Test(.enabled(if: Biip.isThere, "biip is not installed for python3"))
    func agreesWithBiip() throws {
        var random = SplitMix64(seed: 7)
        let messages = (0..<300).map { _ in ElementStrings.random(&random) }.filter { message in
            !message.isEmpty && message.allSatisfy { !Biip.wantsMore.contains($0.ai) && !Biip.isTooShort($0) }
        }
        let read = try Biip.read(messages.map { ElementStrings.scan($0) })
        try #require(read.count == messages.count)
        for (message, theirs) in zip(messages, read) {
            #expect(theirs == message.map { [$0.ai, $0.value, $0.title] })
        }
    }
}

private enum Biip {
    static let isThere = (try? OutsideProgram.run(["python3", "-c", "import biip"]).status) == 0

    /// Random values break what biip knows beyond lengths, characters and check digits: countries, yes or no, signs
    /// of temperatures, births, hours, countries in threes, asset numbers' zero, and dates in the right order.
    static let wantsMore = [
        "423", "425", "4307", "4317", "4321", "4322", "4323", "4330", "4331", "4332", "4333", "7007", "7250",
        "7251",
        "7258", "8003", "8008", "8030",
    ]

    /// biip asks a component's number, 8010, for the whole company prefix that it begins with.
    static func isTooShort(_ element: ElementString) -> Bool {
        element.ai == "8010" && element.value.count < 5
    }

    /// AI, value and data title of each element string; of two titles GS1 lets the printer choose, the first.
    static func read(_ scans: [String]) throws -> [[[String]]] {
        let script = """
            import biip, json, sys
            for scan in sys.argv[1:]:
                message = biip.parse(']C1' + scan).gs1_message
                print(json.dumps([[e.ai.ai, e.value, e.ai.data_title.split(' or ')[0]] for e in message.element_strings] if message else []))
            """
        return try OutsideProgram.run(["python3", "-c", script] + scans).output.split(separator: 0x0A).map {
            line in
            try (JSONValue(parsing: line).array ?? []).map { ($0.array ?? []).compactMap(\.string) }
        }
    }
}
