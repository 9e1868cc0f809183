import Testing

@testable import wms_bench

struct WireLineTests {
    private func line<Value>(_ text: String, _ read: (WireLine) -> Value) -> Value {
        Array(text.utf8).withUnsafeBytes { read(WireLine(bytes: $0)) }
    }

    private let prompt = """
        {"jsonrpc":"2.0","id":1,"result":{"step":12,"expect":"tote","say":"\\"tote\\": 3","show":{"qty":24,\
        "totes":["T-1","T-2"],"tote":"T-1","none":[],"is":true}}}
        """

    @Test func `members are found by name, the first of a name counts`() {
        #expect(line(prompt) { $0.int(.step) } == 12)
        #expect(line(prompt) { $0.text(.expect) } == "tote")
        #expect(line(prompt) { $0.text(.quantity) } == "24")
        #expect(line(prompt) { $0.text("sku") } == nil)
    }

    @Test func `a name inside a text is no member, nor is a longer name`() {
        #expect(line(prompt) { $0.text(.tote) } == "T-1")
        #expect(line(#"{"total":1,"a":"\"tot\":9"}"#) { $0.int("tot") } == nil)
    }

    @Test func `lists of texts are read, others are empty`() {
        #expect(line(prompt) { $0.texts("totes") } == ["T-1", "T-2"])
        #expect(line(prompt) { $0.texts("none") } == [])
        #expect(line(prompt) { $0.texts("qty") } == [])
    }

    @Test func `a value of another type or one cut off is nil`() {
        #expect(line(prompt) { $0.int("is") } == nil)
        #expect(line(#"{"step":"#) { $0.int(.step) } == nil)
        #expect(line(#"{"expect":"bi"#) { $0.text(.expect) } == nil)
        #expect(line("") { $0.has(.result) } == false)
    }

    @Test func `a request reads back`() {
        var request = RequestLine()
        request.begin("tour.scan", command: "d1-1")
        request.add("session", 4)
        request.add("code", text: "01-5-01")
        request.end()
        let text = String(decoding: request.bytes, as: UTF8.self)
        #expect(
            text
                == #"{"jsonrpc":"2.0","id":1,"method":"tour.scan","params":{"command_id":"d1-1","session":4,"#
                + #""code":"01-5-01"}}"# + "\n")
        request.begin("status")
        request.end()
        #expect(
            String(decoding: request.bytes, as: UTF8.self)
                == #"{"jsonrpc":"2.0","id":1,"method":"status","params":{}}"# + "\n")
    }
}
