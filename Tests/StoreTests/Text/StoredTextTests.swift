import Common
import Domain
import Testing

@testable import Store

@Suite struct StoredTextTests {
    private let deflate = Deflate()

    @Test func shortTextsStayAsTheyAre() {
        let text = String(repeating: "a", count: StoredText.deflatedFromBytes - 1)
        #expect(StoredText(text, by: deflate).sqlValue == .text(text))
    }

    @Test func whatRepeatsIsDeflated() throws {
        let text = String(repeating: #"{"bin":"B-3-12","größe":2}"#, count: 40)
        guard case .blob(let bytes) = StoredText(text, by: deflate).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(bytes.count < text.utf8.count / 5)
        #expect(StoredText.text(in: bytes, by: deflate) == text)
    }

    @Test func aShortAnswerRefersToTheDictionary() {
        let text =
            #"{"step":12,"expect":"item","say":"2 × TEA","show":{"tour":17,"done":3,"of":24},"beep":"ok"}"#
        guard case .blob(let bytes) = StoredText(text, by: deflate).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(bytes.count < text.utf8.count / 2)
        #expect(StoredText.text(in: bytes, by: deflate) == text)
        #expect(StoredText.text(in: bytes, by: Deflate(dictionary: [1, 2, 3])) != text)
        var older = bytes
        older[0] += 1
        #expect(StoredText.text(in: older, by: deflate) == nil)
    }

    @Test func whatDoesNotShrinkStaysAsItIs() {
        var random = SplitMix64(seed: 1)
        let text = String(
            (0..<500).map { _ in
                Character(Unicode.Scalar(UInt32(0x4E00 + random.next(below: 20_000))) ?? "?")
            })
        let value = StoredText(text, by: deflate).sqlValue
        if case .blob(let bytes) = value {
            #expect(bytes.count < text.utf8.count)
        } else {
            #expect(value == .text(text))
        }
    }

    @Test func damagedBytesAreNoText() throws {
        let text = String(repeating: "abc", count: 100)
        guard case .blob(let bytes) = StoredText(text, by: deflate).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(StoredText.text(in: [], by: deflate) == nil)
        #expect(StoredText.text(in: Array(bytes.dropLast()), by: deflate) == nil)
        var longer = bytes
        longer[1] &+= 1
        #expect(StoredText.text(in: longer, by: deflate) == nil)
        var huge = bytes
        huge[3] = 0xFF
        #expect(StoredText.text(in: huge, by: deflate) == nil)
    }
}
