import Testing

@testable import wms_bench

struct LoadPromptTests {
    private let binding = """
        {"jsonrpc":"2.0","id":1,"result":{"step":3,"expect":"tote","say":"Free tote for ORD-00000001",\
        "show":{"order_id":"ORD-00000001","tour":1},"beep":"ok"}}
        """

    private func prompt(_ text: String, _ totes: TotePool?) throws(WireFault) -> LoadPrompt? {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 1)
        defer { bytes.deallocate() }
        bytes.copyBytes(from: text.utf8)
        let line = WireLine(bytes: UnsafeRawBufferPointer(bytes))
        return try LoadPrompt(in: line, asked: "tour.next", totes: totes)
    }

    @Test func `an order without a tote gets a free one, and where none is left that is told`() throws {
        let totes = TotePool(count: 1)
        let first = try #require(try prompt(binding, totes))
        #expect(first.code == LoadWarehouse.tote(0) && first.isBinding)
        let fault = #expect(throws: WireFault.self) { try prompt(binding, totes) }
        #expect(fault?.description == "no free tote is left of 1")
        totes.empty(first.code)
        #expect(try prompt(binding, totes)?.code == LoadWarehouse.tote(0))
    }

    @Test func `a prompt that is not understood is told as such`() throws {
        let text = #"{"jsonrpc":"2.0","id":1,"result":{"step":3,"expect":"bin","say":"?"}}"#
        let fault = #expect(throws: WireFault.self) { try prompt(text, TotePool(count: 1)) }
        #expect(fault?.description.contains("tour.next got an answer that is not understood") == true)
    }
}
