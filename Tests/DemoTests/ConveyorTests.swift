import Testing

@testable import Demo

struct ConveyorTests {
    @Test func `what is put is taken in order, and nothing after the close`() {
        let conveyor = Conveyor<Int>()
        for number in 1...3 { conveyor.put(number) }
        conveyor.close()
        #expect([conveyor.take(), conveyor.take(), conveyor.take(), conveyor.take()] == [1, 2, 3, nil])
    }

    @Test func `each element is taken once, whoever takes it`() throws {
        let (conveyor, taken) = (Conveyor<Int>(), Conveyor<Int>())
        let crew = Crew {}
        for _ in 0..<4 {
            crew.add { () throws(DemoFault) in while let number = conveyor.take() { taken.put(number) } }
        }
        for number in 0..<1_000 { conveyor.put(number) }
        conveyor.close()
        #expect(try crew.wait())
        taken.close()
        var numbers: [Int] = []
        while let number = taken.take() { numbers.append(number) }
        #expect(numbers.sorted() == Array(0..<1_000))
    }
}
