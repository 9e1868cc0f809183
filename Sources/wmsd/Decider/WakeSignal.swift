/// Wakes a service that waits for work.
struct WakeSignal: Sendable {
    /// One element for any number of calls since the last was consumed.
    let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    init() { (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    func wake() { waker.yield() }
}
