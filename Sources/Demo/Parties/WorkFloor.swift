import Glibc
import Synchronization

/// What the workers hand to each other on the floor, where the daemon cannot see it: empty totes, full ones at the
/// benches, parcels at the dock.
final class WorkFloor: Sendable {
    let socket: String
    let freeTotes = BlockingQueue<String>()
    let filledTotes = BlockingQueue<String>()
    let labelledParcels = BlockingQueue<LabelledParcel>()

    private let drivers: Mutex<[String: String]>
    private let allReleased = Mutex(false)
    private let abandoned = Mutex(false)

    init(socket: String, totes: [String]) {
        self.socket = socket
        drivers = Mutex([:])
        for tote in totes { freeTotes.enqueue(tote) }
    }

    /// True once no further order will be released.
    var isAllReleased: Bool { allReleased.withLock { $0 } }
    func markAllReleased() { allReleased.withLock { $0 = true } }

    var isAbandoned: Bool { abandoned.withLock { $0 } }

    /// Ends all waiting: somebody failed.
    func abandon() {
        abandoned.withLock { $0 = true }
        freeTotes.close()
        filledTotes.close()
        labelledParcels.close()
    }

    func dequeueFreeTote() throws(DemoFault) -> String {
        guard let tote = freeTotes.dequeue() else { throw .abandoned }
        return tote
    }

    func note(driver: String, ofOrder order: String) { drivers.withLock { $0[order] = driver } }
    func driver(ofOrder order: String) -> String { drivers.withLock { $0[order] ?? "" } }

    func waitALittle() { usleep(5_000) }
}
