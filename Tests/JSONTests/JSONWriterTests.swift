import Common
import Testing

@testable import JSON

@Suite struct JSONWriterTests {
    @Test func commasStandBetweenMembersAndElementsOnly() {
        var text = JSONWriter()
        text.beginObject()
        text.key("none")
        text.beginArray()
        text.endArray()
        text.key("all \"quoted\"")
        text.beginArray()
        text.write(1)
        text.beginObject()
        text.endObject()
        text.write("a\nb")
        text.write(true)
        text.write(.null)
        text.write(-12)
        text.write(0.5)
        text.write(Double.nan)
        text.endArray()
        text.key("end")
        text.write(["x": [1]])
        text.endObject()
        #expect(text.text == #"{"none":[],"all \"quoted\"":[1,{},"a\nb",true,null,-12,0.5,null],"end":{"x":[1]}}"#)
    }

    /// Whatever a value holds, written piece by piece it has the bytes that it has as a whole.
    @Test(arguments: 1...200 as ClosedRange<UInt64>) func writesWhatValuesWrite(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let value = randomValue(depth: 4, &random)
        var text = JSONWriter()
        write(value, to: &text)
        #expect(text.text == value.description)
    }

    private func write(_ value: JSONValue, to text: inout JSONWriter) {
        switch value {
        case .null: text.write(.null)
        case .bool(let value): text.write(value)
        case .int(let value): text.write(value)
        case .double(let value): text.write(value)
        case .string(let value): text.write(value)
        case .array(let elements):
            text.beginArray()
            for element in elements { write(element, to: &text) }
            text.endArray()
        case .object(let object):
            text.beginObject()
            for member in object.members {
                text.key(JSONKey(member.key))
                write(member.value, to: &text)
            }
            text.endObject()
        }
    }

    private func randomValue(depth: Int, _ random: inout SplitMix64) -> JSONValue {
        switch Int.random(in: depth > 0 ? 0..<8 : 0..<6, using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .int(Int.random(in: 0...12, using: &random))
        case 3: return .int(Int.random(in: Int.min...Int.max, using: &random))
        case 4: return .double(Double.random(in: -1e9...1e9, using: &random))
        case 5: return .string(["", "A-1", "größe \u{1} \\ \" / \n", "2 × TEA"].randomElement(using: &random) ?? "")
        case 6: return .array((0..<3).map { _ in randomValue(depth: depth - 1, &random) })
        default: return .object(JSONObject((0..<3).map { ("k\($0)", randomValue(depth: depth - 1, &random)) }))
        }
    }
}
