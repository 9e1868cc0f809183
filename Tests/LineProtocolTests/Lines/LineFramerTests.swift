import Common
import Testing

@testable import LineProtocol

@Suite struct LineFramerTests {
    @Test func linesEndAtLFAndLoseTheirCR() {
        var framer = LineFramer(lineBytesMax: 8)
        framer.append("a\r\nb\u{B}c\rd\n\nrest".utf8)
        #expect(framer.next() == .line(Array("a".utf8)))
        #expect(framer.next() == .line(Array("b\u{B}c\rd".utf8)))
        #expect(framer.next() == .line([]))
        #expect(framer.next() == nil)
        #expect(framer.isMidLine)
        framer.append("\n".utf8)
        #expect(framer.next() == .line(Array("rest".utf8)))
        #expect(!framer.isMidLine)
    }

    @Test func aLineOfExactlyTheLimitPasses() {
        var framer = LineFramer(lineBytesMax: 4)
        framer.append("1234\r\n12345\n".utf8)
        #expect(framer.next() == .line(Array("1234".utf8)))
        #expect(framer.next() == .tooLong)
    }

    /// Whatever the cuts between reads, the frames are those of the whole text, and memory stays bounded.
    @Test(arguments: 0..<UInt64(scaledSeeds(40)))
    func cutsDoNotMatter(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let text = (0..<400).map { _ in Array("ab\r\n\n".utf8).randomElement(using: &random) ?? 0 }
        let whole = frames(of: text, lineBytesMax: 5) { $0.count }
        let cut = frames(of: text, lineBytesMax: 5) { _ in Int.random(in: 1...7, using: &random) }
        #expect(cut == whole)
        #expect(whole == reference(text, lineBytesMax: 5))
    }

    @Test func anEndlessLineHoldsNoMemory() {
        var framer = LineFramer(lineBytesMax: 1_000)
        for _ in 0..<1_000 {
            framer.append([UInt8](repeating: 120, count: 500))
            #expect(framer.next() == nil)
            #expect(framer.pendingCount <= 1_001)
        }
        framer.append("\nok\n".utf8)
        #expect(framer.next() == .tooLong)
        #expect(framer.next() == .line(Array("ok".utf8)))
    }

    private func frames(of text: [UInt8], lineBytesMax: Int, cut: (ArraySlice<UInt8>) -> Int) -> [LineFramer
        .Frame]
    {
        var framer = LineFramer(lineBytesMax: lineBytesMax)
        var frames: [LineFramer.Frame] = []
        var rest = text[...]
        while !rest.isEmpty {
            let piece = rest.prefix(cut(rest))
            rest = rest.dropFirst(piece.count)
            framer.append(piece)
            while let frame = framer.next() { frames.append(frame) }
        }
        return frames
    }

    private func reference(_ text: [UInt8], lineBytesMax: Int) -> [LineFramer.Frame] {
        text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map { line in
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            return line.count > lineBytesMax ? .tooLong : .line(Array(line))
        }
    }
}
