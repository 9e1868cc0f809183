import Testing

@testable import Demo

struct CrewTests {
    @Test func `a fault of one releases those who wait, and its cause is thrown`() {
        let queue = BlockingQueue<Int>()
        let crew = Crew { queue.close() }
        crew.add { () throws(DemoFault) in
            if queue.dequeue() == nil { throw .abandoned }
        }
        crew.add { () throws(DemoFault) in throw .layout("no bins") }
        let fault = #expect(throws: DemoFault.self) { try crew.wait() }
        #expect(fault?.description == "no bins")
    }
}
