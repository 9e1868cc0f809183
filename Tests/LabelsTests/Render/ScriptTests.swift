import JSON
import PrintedLabel
import Testing

@testable import Labels

/// Addresses in the scripts of the world, with the fonts that the test setup installs.
@Suite struct ScriptTests {
    static let addresses: [(script: String, shipTo: JSONValue)] = [
        (
            "latin",
            [
                "name": "Zoë Müller-Łukasiewicz",
                "lines": ["Große Straße 12", "Çankaya, İzmir, Đà Nẵng, Ñuñoa"], "city": "Århus",
                "postcode": "10115", "country": "DK",
            ]
        ),
        (
            "chinese",
            [
                "name": "王小明", "lines": ["建国门外大街1号国贸大厦A座2305室"], "city": "北京市朝阳区", "postcode": "100020",
                "country": "CN",
            ]
        ),
        ("traditional", ["name": "陳大文", "lines": ["彌敦道 123 號"], "city": "香港九龍", "country": "HK"]),
        (
            "arabic",
            [
                "name": "محمد أحمد العلي", "lines": ["شارع الملك فهد 1234", "حي العليا، مبنى رقم ٧"],
                "city": "الرياض", "postcode": "12211", "country": "SA",
            ]
        ),
        (
            "thai",
            [
                "name": "คุณสมชาย ใจดี", "lines": ["123/45 ถนนสุขุมวิท ซอย 21 แขวงคลองเตยเหนือ"],
                "city": "กรุงเทพมหานคร", "postcode": "10110", "country": "TH",
            ]
        ),
        (
            "mixed",
            [
                "name": "Ahmed / أحمد العلي", "lines": ["c/o 王小明 (Wang)", "ถนนสุขุมวิท 21, Ñuñoa"],
                "city": "Dubai دبي", "postcode": "00000", "country": "AE",
            ]
        ),
    ]

    @Test(arguments: addresses.indices, HeadDPI.allCases)
    func everyScriptIsPrintedWhole(_ index: Int, _ dpi: HeadDPI) throws {
        var data = ShippedTemplates.shipping.object ?? [:]
        data["ship_to"] = Self.addresses[index].shipTo
        for name in ["shipping-4x6", "shipping-a6"] {
            _ = try LabelRenderer().bitmap(ShippedTemplates.load(name), data: .object(data), dpi: dpi)
        }
    }

    @Test func arabicLettersAreJoined() throws {
        let joined = try picture("محمد")
        // A zero width non-joiner keeps the same letters apart.
        let apart = try picture("م\u{200C}ح\u{200C}م\u{200C}د")
        #expect(joined != apart)
        #expect(try gaps(joined) < gaps(apart))
        #expect(try #require(joined.ink).x.count < (try #require(apart.ink)).x.count)
    }

    /// Alef is one upright stroke, beh a wide bowl: the stroke that comes first must stand at the right.
    @Test func arabicRunsFromTheRight() throws {
        let picture = try picture("ا بببب")
        let ink = try #require(picture.ink)
        let heights = ink.x.map { column in ink.y.count { picture[column, $0] } }
        let tallest = try #require(heights.indices.max { heights[$0] < heights[$1] })
        #expect(tallest > heights.count * 3 / 4)
    }

    @Test func arabicStandsAtTheRightOfItsPlaceAndLatinAtTheLeft() throws {
        let (arabic, latin) = (try #require(picture("محمد").ink), try #require(picture("Muhammad").ink))
        #expect(arabic.x.lowerBound > 400)
        #expect(latin.x.upperBound < 400)
    }

    /// All lines of an address stand on the side of its first.
    @Test func theCountryStandsBelowAnArabicAddress() throws {
        let alone = try #require(picture("SA").ink)
        let arabic = try picture("محمد العلي\nالرياض 12211\nSA")
        let ink = try #require(arabic.ink)
        let last = arabic.cropped(x: 0..<arabic.width, y: ink.y.upperBound - alone.y.count..<ink.y.upperBound)
        let lastInk = try #require(last.ink)
        #expect(lastInk.x.upperBound > 700)
        #expect(
            last.cropped(x: lastInk.x, y: 0..<alone.y.count)
                == (try picture("SA")).cropped(x: alone.x, y: alone.y))
        // Its parts keep their order there: the number in front of the city.
        let german = try #require(picture("10115 Berlin").ink)
        let mixed = try picture("محمد العلي\n10115 Berlin")
        let both = try #require(mixed.ink)
        let below = mixed.cropped(
            x: 0..<mixed.width, y: both.y.upperBound - german.y.count..<both.y.upperBound)
        let line = try #require(below.ink)
        #expect(line.x.upperBound > 700)
        #expect(
            below.cropped(x: line.x, y: line.y)
                == (try picture("10115 Berlin")).cropped(x: german.x, y: german.y))
    }

    /// Digits in Arabic text still run from the left.
    @Test func numbersInArabicKeepTheirOrder() throws {
        let one = try #require(picture("العلي 1").ink)
        let eighteen = try picture("العلي 18")
        let ink = try #require(eighteen.ink)
        // The 1 is the leftmost of "18", as it is of "1" alone.
        let alone = try picture("العلي 1").cropped(x: one.x.lowerBound..<one.x.lowerBound + 6, y: 0..<100)
        #expect(eighteen.cropped(x: ink.x.lowerBound..<ink.x.lowerBound + 6, y: 0..<100) == alone)
    }

    /// A postcode behind a city in two scripts stays behind it.
    @Test(arguments: [("Dubai دبي", "00000"), ("Dubai", "دبي 00000")])
    func aNumberStaysBehindWhatStandsBeforeIt(_ first: String, _ second: String) throws {
        let yaml =
            "{label: t, size: [100, 40], elements: [{text: \"{{first}} {{rest}} x\", at: [0, 0], size: [100, 40], font_mm: 5}]}"
        let parts = "\(first) \(second)".split(separator: " ")
        let data: JSONValue = [
            "first": .string(parts.dropLast().joined(separator: " ")),
            "rest": .string(String(parts[parts.count - 1])),
        ]
        let picture = DotPicture(
            try LabelRenderer().bitmap(LabelTemplate(yaml: yaml, file: "t.yaml"), data: data, dpi: .d203))
        let latin = try self.picture("00000 x")
        let (ink, wanted) = (try #require(picture.ink), try #require(latin.ink))
        let end = picture.cropped(x: ink.x.upperBound - wanted.x.count..<ink.x.upperBound, y: 0..<100)
        #expect(end.ink?.x == 0..<wanted.x.count)
        let isSame = end == latin.cropped(x: wanted.x, y: 0..<100)
        #expect(isSame)
    }

    @Test func directionMarksStandOnlyWhereTwoDirectionsMeet() {
        #expect(TextDirection.isolated("Berlin") == "Berlin")
        #expect(TextDirection.aligned(TextDirection.isolated("الرياض") + " 12211") == "الرياض 12211")
        #expect(TextDirection.aligned(TextDirection.isolated("Ahmed أحمد")) == "Ahmed أحمد")
        #expect(
            TextDirection.aligned("Dubai " + TextDirection.isolated("دبي") + " 1\nA")
                == "Dubai \u{2068}دبي\u{2069} 1\nA")
    }

    /// Vowel signs and tone marks stand above and below their letter and need no room of their own.
    @Test func thaiMarksStandOnTheirLetter() throws {
        let (plain, marked) = (try #require(picture("ก").ink), try #require(picture("กี่").ink))
        #expect(marked.y.count > plain.y.count)
        #expect(marked.x.count <= plain.x.count + 3)
    }

    @Test func chineseWrapsBetweenAnyTwoCharacters() throws {
        let picture = try picture(String(repeating: "北", count: 40))
        #expect(try #require(picture.ink).y.count > 40)
    }

    private func picture(_ text: String) throws -> DotPicture {
        let yaml =
            "{label: t, size: [100, 40], elements: [{text: \"{{text}}\", at: [0, 0], size: [100, 40], font_mm: 5}]}"
        return DotPicture(
            try LabelRenderer().bitmap(
                LabelTemplate(yaml: yaml, file: "t.yaml"), data: ["text": .string(text)], dpi: .d203))
    }

    /// White columns between the first and the last ink.
    private func gaps(_ picture: DotPicture) throws -> Int {
        let ink = try #require(picture.ink)
        return ink.x.count { column in !ink.y.contains { picture[column, $0] } }
    }
}
