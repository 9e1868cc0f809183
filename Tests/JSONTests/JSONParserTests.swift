import JSON
import Testing

@Suite struct JSONParserTests {
    @Test(arguments: [
        #"{"a":1,"b":[true,false,null],"c":"x"}"#, #"[]"#, #"{}"#, #"-12"#, #"1.5"#, #""é中\n\"""#,
        #"{"z":1,"a":{"y":2,"b":3}}"#,
    ])
    func textComesBackAsItWas(text: String) throws {
        #expect(try JSONValue(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "{", "[1,]", #"{"a" 1}"#, "01", "1.", "-", "tru", #""abc"#, #""\x""#, #""\ud800""#, "1 2", "nan",
        "\"a\nb\"", "1e999",
    ])
    func malformedTextIsRefusedWithItsPlace(text: String) {
        #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
    }

    @Test func aKeyThatStandsTwiceIsRefused() {
        #expect(throws: JSONFault.duplicateKey("a", byte: 7)) { try JSONValue(parsing: #"{"a":1,"a":2}"#) }
    }

    @Test func aKeyThatStandsTwiceIsFoundAmongMany() throws {
        let members = (0..<40).map { #""k\#($0)":\#($0)"# }.joined(separator: ",")
        #expect(try JSONValue(parsing: "{\(members)}").object?.count == 40)
        for key in ["k0", "k15", "k16", "k39"] {
            let text = "{\(members),\"\(key)\":1}"
            let byte = text.utf8.count - key.utf8.count - 5
            #expect(throws: JSONFault.duplicateKey(key, byte: byte)) { try JSONValue(parsing: text) }
        }
    }

    @Test func textNeedsNoStorageOfItsOwnInOnePiece() throws {
        let text = #"{"a":"é"}"#.utf8
        #expect(try JSONValue(parsing: text.lazy.map { $0 }) == ["a": "é"])
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: JSONFault.notUTF8) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test func depthIsBounded() {
        let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        #expect(throws: JSONFault.tooDeep(byte: 64)) { try JSONValue(parsing: deep) }
        let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: Never.self) { try JSONValue(parsing: allowed) }
    }

    @Test func surrogatePairsBecomeOneCharacter() throws {
        #expect(try JSONValue(parsing: #""\ud83d\ude00""#).string == "😀")
    }

    @Test func whatNeedsNoEscapeIsKeptBetweenWhatDoes() throws {
        let text = "\u{1}ab\"c\\\né\r\t\u{1F}"
        let json = #""\u0001ab\"c\\\né\r\t\u001f""#
        #expect(JSONValue.string(text).description == json)
        #expect(try JSONValue(parsing: json).string == text)
    }

    @Test func canonicalFormSortsKeysAtEveryDepth() throws {
        let left = try JSONValue(parsing: #"{"b":1,"a":{"d":2,"c":[{"f":1,"e":2}]}}"#)
        let right = try JSONValue(parsing: #"{"a":{"c":[{"e":2,"f":1}],"d":2},"b":1}"#)
        #expect(left == right)
        var texts: [[UInt8]] = [[], []]
        left.writeCanonical(to: &texts[0])
        right.writeCanonical(to: &texts[1])
        #expect(texts[0] == texts[1])
        #expect(String(decoding: texts[0], as: UTF8.self) == right.description)
    }

    @Test func wholeNumbersStayWhole() throws {
        #expect(try JSONValue(parsing: "9007199254740993").int == 9_007_199_254_740_993)
        for number in [0, -7, 123_456_789_012_345_678, -123_456_789_012_345_678, Int.max, Int.min] {
            #expect(try JSONValue(parsing: String(number)) == .int(number))
        }
        #expect(try JSONValue(parsing: "-0") == 0)
        #expect(try JSONValue(parsing: "9223372036854775808") == .double(9_223_372_036_854_775_808))
        #expect(try JSONValue(parsing: "3.0").int == 3)
        #expect(try JSONValue(parsing: "3.5").int == nil)
    }
}
