import Testing

@testable import LineProtocol

@Suite struct AnswerTests {
    @Test func resultsGoOutByteForByte() {
        #expect(
            Answer.success(.text("a"), result: #"{"b":1 , "a":2}"#)
                == #"{"jsonrpc":"2.0","id":"a","result":{"b":1 , "a":2}}"# + "\n")
    }

    @Test func idsGoOutAsTheyCame() {
        #expect(Answer.success(.number(-7), result: "1") == #"{"jsonrpc":"2.0","id":-7,"result":1}"# + "\n")
        #expect(Answer.success(.text("\""), result: "1").hasPrefix(#"{"jsonrpc":"2.0","id":"\"","#))
    }

    @Test func aRefusalIsAnError() {
        let error = ProtocolError(.busy, "later")
        #expect(
            Answer.failure(.number(1), error)
                == #"{"jsonrpc":"2.0","id":1,"error":\#(error.json)}"# + "\n")
    }

    @Test func aMadeCommandIDIsTold() {
        #expect(
            Answer.success(.none, result: "{}", madeCommandID: "w-1")
                == #"{"jsonrpc":"2.0","id":null,"command_id":"w-1","result":{}}"# + "\n")
    }

    @Test func noticesHaveNoID() {
        #expect(
            Notice.head(sequence: 9) == #"{"jsonrpc":"2.0","method":"head","params":{"sequence":9}}"# + "\n")
        #expect(Notice.event(params: "{}") == #"{"jsonrpc":"2.0","method":"event","params":{}}"# + "\n")
    }
}
