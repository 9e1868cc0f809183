import Foundation

/// First in, first out between threads; ``take()`` waits until something comes or nothing will any more.
final class Conveyor<Element: Sendable>: @unchecked Sendable {
    // Everything below is touched with the condition's lock held.
    private let condition = NSCondition()
    private var elements: [Element] = []
    private var taken = 0
    private var isClosed = false

    func put(_ element: Element) {
        condition.withLock { elements.append(element) }
        condition.signal()
    }

    /// How many elements have been put and not taken.
    var waiting: Int { condition.withLock { elements.count - taken } }

    /// The next element, or nil when the conveyor is closed and empty.
    func take() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while taken == elements.count {
            if isClosed { return nil }
            condition.wait()
        }
        defer { taken += 1 }
        return elements[taken]
    }

    /// Says that nothing more will come.
    func close() {
        condition.withLock { isClosed = true }
        condition.broadcast()
    }
}
