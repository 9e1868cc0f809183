import Foundation

/// A queue between threads: ``dequeue()`` waits for an element until the queue is closed.
final class BlockingQueue<Element: Sendable>: @unchecked Sendable {
    // Everything below is touched with the condition's lock held.
    private let condition = NSCondition()
    private var elements: [Element] = []
    private var dequeued = 0
    private var isClosed = false

    func enqueue(_ element: Element) {
        condition.withLock { elements.append(element) }
        condition.signal()
    }

    /// How many elements wait.
    var waiting: Int { condition.withLock { elements.count - dequeued } }

    /// The next element; nil when the queue is closed and empty.
    func dequeue() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while dequeued == elements.count {
            if isClosed { return nil }
            condition.wait()
        }
        defer { dequeued += 1 }
        return elements[dequeued]
    }

    /// Says that nothing more will come.
    func close() {
        condition.withLock { isClosed = true }
        condition.broadcast()
    }
}
