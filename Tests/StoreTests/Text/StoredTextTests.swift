import Common
import Dispatch
import Domain
import Synchronization
import Testing

@testable import Store

@Suite struct StoredTextTests {
    private let compression = TextCompression()

    @Test func shortTextsStayAsTheyAre() {
        let text = String(repeating: "a", count: StoredText.compressedFromBytes - 1)
        #expect(StoredText(text, by: compression).sqlValue == .text(text))
    }

    @Test func whatRepeatsIsCompressed() throws {
        let text = String(repeating: #"{"bin":"B-3-12","größe":2}"#, count: 40)
        guard case .blob(let bytes) = StoredText(text, by: compression).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(bytes.count < text.utf8.count / 5)
        #expect(StoredText.text(in: bytes, by: compression) == text)
    }

    @Test("On any thread a text becomes the bytes that a connection makes of it")
    func anyThread() {
        let texts = (0..<100).map { count in
            let items = (0..<count).map { #"{"sku":"TEA-\#($0)","qty":\#($0 % 7)}"# }
            return #"{"order_id":"O-\#(count)","items":[\#(items.joined(separator: ","))]}"#
        }
        let expected = texts.map { StoredText($0, as: .document, by: compression) }
        let threadCount = 4
        let equalCount = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: threadCount) { _ in
            let isEqual = texts.map { StoredText(document: $0) } == expected
            equalCount.withLock { $0 += isEqual ? 1 : 0 }
        }
        #expect(equalCount.withLock { $0 } == threadCount)
    }

    @Test func aShortAnswerRefersToTheDictionary() {
        let text =
            #"{"step":12,"expect":"item","say":"2 × TEA","show":{"tour":17,"done":3,"of":24},"beep":"ok"}"#
        guard case .blob(let bytes) = StoredText(text, by: compression).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(bytes.count < text.utf8.count / 2)
        #expect(StoredText.text(in: bytes, by: compression) == text)
        #expect(StoredText.text(in: bytes, by: TextCompression(dictionary: [1, 2, 3])) != text)
        var newer = bytes
        newer[0] = 9
        #expect(StoredText.text(in: newer, by: compression) == nil)
    }

    @Test func whatDoesNotShrinkStaysAsItIs() {
        var random = SplitMix64(seed: 1)
        let text = String(
            (0..<500).map { _ in
                Character(Unicode.Scalar(UInt32(0x4E00 + random.next(below: 20_000))) ?? "?")
            })
        let value = StoredText(text, by: compression).sqlValue
        if case .blob(let bytes) = value {
            #expect(bytes.count < text.utf8.count)
        } else {
            #expect(value == .text(text))
        }
    }

    @Test func damagedBytesAreNoText() throws {
        let text = String(repeating: "abc", count: 100)
        guard case .blob(let bytes) = StoredText(text, by: compression).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(StoredText.text(in: [], by: compression) == nil)
        #expect(StoredText.text(in: Array(bytes.dropLast()), by: compression) == nil)
        for index in bytes.indices.dropFirst() {
            var damaged = bytes
            damaged[index] ^= 0xFF
            // Nothing worse than another text comes of it.
            _ = StoredText.text(in: damaged, by: compression)
        }
    }

    /// Each is read back by its number, whichever dictionary it was compressed with.
    @Test func aDocumentRefersToItsOwnDictionary() {
        let text =
            #"{"delivery_sla":"NEXT_DAY","items":[{"capacity":2,"qty":2,"sku":"MUG"}],"order_id":"O-17","plan":{"#
            + #""driver":"D7","warehouse":"WH-LA"},"ship_to":{"city":"Linz","country":"AT","lines":["Am Platz 1"],"#
            + #""name":"Ada","postcode":"4020"},"total_capacity":2}"#
        guard case .blob(let document) = StoredText(text, as: .document, by: compression).sqlValue,
            case .blob(let answer) = StoredText(text, by: compression).sqlValue
        else {
            Issue.record("is kept as text")
            return
        }
        #expect(document.count < answer.count && document.count < text.utf8.count / 2)
        #expect(document.first == ZstdFrame.Numbers.documents.block)
        for bytes in [document, answer] { #expect(StoredText.text(in: bytes, by: compression) == text) }
    }

    /// What was compressed with a dictionary can be read only with the very same one.
    @Test func noDictionaryChanges() {
        func hash(_ bytes: [UInt8]) -> UInt64 {
            bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }
        #expect(TextDictionary.forZstd.count == 4096 && hash(TextDictionary.forZstd) == 0xF6A0_0688_F7C4_30C0)
        #expect(TextDictionary.forDocuments.count == 951 && hash(TextDictionary.forDocuments) == 0xA3F5_56DE_CC99_942D)
    }

    /// One of a byte's length, of two, and one of more than a block.
    @Test(arguments: [60, 255, 256, 257, 65_791, 65_792, 300_000])
    func everyLengthIsRead(_ length: Int) {
        let text = String(String(repeating: #"{"bin":"B-3-12","qty":2}"#, count: length / 24 + 1).prefix(length))
        guard case .blob(let bytes) = StoredText(text, by: compression).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(StoredText.text(in: bytes, by: compression) == text)
    }

    @Test func aShortTextIsKeptWithoutTheFrameAroundIt() {
        let text = #"{"step":262,"expect":"none","say":"Nothing to do here","show":{},"choices":[],"beep":"done"}"#
        let frame: [UInt8] = [
            0x02, 0x20, 0x5C, 0xAD, 0x00, 0x00, 0x48, 0x32, 0x36, 0x32, 0x64, 0x6F, 0x6E, 0x65, 0x22, 0x7D,
            0x03, 0xFC, 0xB2, 0xC4, 0xE0, 0xBD, 0x2D, 0x49, 0x71, 0x23, 0x0C,
        ]
        #expect(StoredText.text(in: frame, by: compression) == text)
        guard case .blob(let bytes) = StoredText(text, by: compression).sqlValue else {
            Issue.record("is kept as text")
            return
        }
        #expect(bytes.starts(with: [ZstdFrame.Numbers.answers.block, UInt8(text.utf8.count)]))
        #expect(bytes.count < frame.count)
        for end in 0..<2 { #expect(StoredText.text(in: Array(bytes.prefix(end)), by: compression) == nil) }
    }

    @Test func whatEarlierVersionsDeflatedIsRead() {
        let bytes: [UInt8] = [
            0x01, 0x5C, 0x00, 0x00, 0x83, 0x7B, 0xD9, 0x0C, 0xD9, 0xD3, 0x79, 0x20, 0xEF, 0xC0, 0x3C, 0xED,
            0x97, 0x5F, 0x92, 0x01, 0xAC, 0x17, 0x80, 0xC5, 0x82, 0x42, 0x4A, 0xBE, 0x02, 0xB8, 0xB4, 0x82,
            0x87, 0x40, 0x2D, 0x28, 0xC1, 0xC2, 0x4A, 0x04, 0x50, 0x2B, 0x08, 0x39, 0x72, 0x01,
        ]
        #expect(
            StoredText.text(in: bytes, by: compression)
                == #"{"step":262,"expect":"none","say":"Nothing to do here","show":{},"choices":[],"beep":"done"}"#)
        for end in 0..<bytes.count { #expect(StoredText.text(in: Array(bytes.prefix(end)), by: compression) == nil) }
    }
}
