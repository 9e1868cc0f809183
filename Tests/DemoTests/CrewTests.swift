import Testing

@testable import Demo

struct CrewTests {
    @Test func `a fault of one releases those who wait, and its cause is told`() {
        let conveyor = Conveyor<Int>()
        let crew = Crew { conveyor.close() }
        crew.add { () throws(DemoFault) in
            if conveyor.take() == nil { throw .abandoned }
        }
        crew.add { () throws(DemoFault) in throw .layout("no bins") }
        let fault = #expect(throws: DemoFault.self) { try crew.wait() }
        #expect(fault?.description == "no bins")
    }
}
