import Testing

@testable import Demo

struct BlockingQueueTests {
    @Test func `elements come out in order, and nothing after the close`() {
        let queue = BlockingQueue<Int>()
        for number in 1...3 { queue.enqueue(number) }
        queue.close()
        #expect([queue.dequeue(), queue.dequeue(), queue.dequeue(), queue.dequeue()] == [1, 2, 3, nil])
    }

    @Test func `each element comes out once, whoever dequeues it`() throws {
        let (queue, dequeued) = (BlockingQueue<Int>(), BlockingQueue<Int>())
        let crew = Crew {}
        for _ in 0..<4 {
            crew.add { () throws(DemoFault) in while let number = queue.dequeue() { dequeued.enqueue(number) }
            }
        }
        for number in 0..<1_000 { queue.enqueue(number) }
        queue.close()
        #expect(try crew.wait())
        dequeued.close()
        var numbers: [Int] = []
        while let number = dequeued.dequeue() { numbers.append(number) }
        #expect(numbers.sorted() == Array(0..<1_000))
    }
}
