import Testing

@testable import wms

struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        decoder.append(text.utf8)
        var keys: [Key] = []
        while let key = decoder.next() { keys.append(key) }
        return keys
    }

    @Test(arguments: [
        ("aé茶🏭", [Key.text("a"), .text("é"), .text("茶"), .text("🏭")]),
        ("\r\n\t\u{7F}\u{8}", [.enter, .enter, .tab, .backspace, .backspace]),
        ("\u{1}\u{5}\u{2}\u{6}\u{10}\u{E}", [.home, .end, .left, .right, .up, .down]),
        (
            "\u{B}\u{15}\u{17}\u{19}\u{C}",
            [.eraseToEnd, .eraseToStart, .eraseWordLeft, .reinsert, .clearScreen]
        ),
        ("\u{3}\u{4}\u{7}\u{12}\u{1A}", [.interrupt, .endOfInput, .cancel, .search, .suspend]),
        ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}OA", [.up, .down, .right, .left, .up]),
        ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[3~", [.home, .end, .home, .end, .delete]),
        (
            "\u{1B}[1;5C\u{1B}[1;5D\u{1B}b\u{1B}f\u{1B}d",
            [.wordRight, .wordLeft, .wordLeft, .wordRight, .eraseWordRight]
        ),
        ("\u{1B}\u{7F}\u{1B}[24~x", [.eraseWordLeft, .other, .text("x")]),
        ("\u{1B}[200~two\nlines\u{1B}[201~.", [.paste("two\nlines"), .text(".")]),
    ])
    func `bytes are keys`(bytes: String, expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test func `a key may come in pieces`() {
        for text in ["é", "茶", "\u{1B}[1;5C", "\u{1B}[200~a b\u{1B}[201~"] {
            var decoder = KeyDecoder()
            var keys: [Key] = []
            for byte in text.utf8 {
                decoder.append([byte])
                while let key = decoder.next() { keys.append(key) }
            }
            #expect(keys == self.keys(text), "\(text.debugDescription)")
            #expect(keys.count == 1)
        }
    }

    @Test func `an escape alone is a key when nothing follows it`() {
        var decoder = KeyDecoder()
        decoder.append([0x1B])
        #expect(decoder.next() == nil)
        #expect(decoder.endOfBurst() == .escape)
        decoder.append("a".utf8)
        #expect(decoder.next() == .text("a"))
    }

    @Test func `bytes that are no text are no text`() {
        var decoder = KeyDecoder()
        decoder.append([0xFF, 0xC3, 0x28, UInt8(ascii: "a")])
        var keys: [Key] = []
        while let key = decoder.next() { keys.append(key) }
        #expect(
            keys.allSatisfy { key in if case .text(let text) = key { "(a".contains(text) } else { true } })
        #expect(keys.last == .text("a"))
        var control = KeyDecoder()
        control.append("\u{9B}".utf8)
        #expect(control.next() == .other)
    }
}
