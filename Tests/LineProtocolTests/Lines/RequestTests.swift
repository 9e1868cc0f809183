import Domain
import JSON
import Testing

@testable import LineProtocol

@Suite struct RequestTests {
    @Test func jsonGivesAnObjectAndWordsWaitToBeRead() throws {
        let json = #"{"jsonrpc":"2.0","id":"h07","method":"tour.scan","params":{"session":7,"code":"00123"}}"#
        let left = try #require(try Request(line: json.utf8))
        #expect(left.id == .text("h07") && left.method == "tour.scan")
        guard case .object(let params) = left.arguments else {
            Issue.record("\(left.arguments)")
            return
        }
        #expect(params == ["session": 7, "code": "00123"])
        let right = try #require(try Request(line: "tour.scan session=7 code=00123".utf8))
        #expect(right.id == .none && right.method == "tour.scan")
        guard case .words(let words) = right.arguments else {
            Issue.record("\(right.arguments)")
            return
        }
        #expect(words == " session=7 code=00123")
    }

    @Test(arguments: ["", "  ", "\r", "# a comment", "\t# another"])
    func nothingIsAsked(line: String) throws {
        #expect(try Request(line: line.utf8) == nil)
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"ping""#, ErrorKind.notJSON),
        (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":9007199254740992,"method":"ping"}"#, .invalidRequest),
        (#"{"id":1,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"method":"ping","parms":{}}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, .duplicateKey),
        ("ping=1", .invalidRequest),
    ])
    func malformedLinesAreRefused(line: String, kind: ErrorKind) {
        let fault = #expect(throws: RequestFault.self) { try Request(line: line.utf8) }
        #expect(fault?.error.kind == kind)
    }

    @Test func aLineThatIsNotUTF8IsRefusedInBothForms() {
        for start in ["{\"", "ping "] {
            let fault = #expect(throws: RequestFault.self) {
                try Request(line: Array(start.utf8) + [0xC3, 0x28])
            }
            #expect(fault?.error.kind == .notUTF8)
        }
    }

    @Test func aFaultKeepsTheID() {
        let line = #"{"jsonrpc":"2.0","id":7,"method":"order.get","params":["O-1"]}"#
        let fault = #expect(throws: RequestFault.self) { try Request(line: line.utf8) }
        #expect(fault?.id == .number(7))
    }

    @Test(arguments: [
        (
            "a b=1 c='x y' d=\"say \\\"hi\\\"\"",
            [
                Word(name: "a", value: nil), Word(name: "b", value: "1"),
                Word(name: "c", value: "x y"), Word(name: "d", value: #"say "hi""#),
            ]
        ),
        (" \t", []),
        ("a='b=c'", [Word(name: "a", value: "b=c")]),
        (#"a=["x y","]"] b={"c":"\"}"} d"#,
            [
                Word(name: "a", value: #"["x y","]"]"#), Word(name: "b", value: #"{"c":"\"}"}"#),
                Word(name: "d", value: nil),
            ]
        ),
        (#"a=[x b=[y] c="z""#,
            [Word(name: "a", value: "[x"), Word(name: "b", value: "[y]"), Word(name: "c", value: "z")]
        ),
    ])
    func wordsAreSplitOutsideQuotes(line: String, words: [Word]) throws {
        #expect(try Word.split(line) == words)
    }

    @Test func anOpenQuoteIsAFault() {
        #expect(throws: WordFault.openQuote("'")) { try Word.split("a='b") }
        #expect(throws: WordFault.unknownEscape) { try Word.split(#"a="\n""#) }
    }
}
