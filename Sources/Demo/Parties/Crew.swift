import Foundation
import Synchronization

/// People who work at the same time, each on a thread of their own.
final class Crew: Sendable {
    private let group = DispatchGroup()
    private let faults = Mutex<[DemoFault]>([])
    private let onFault: @Sendable () -> Void

    /// - Parameter onFault: called once for each member who fails, to release those who wait for them.
    init(onFault: @escaping @Sendable () -> Void) { self.onFault = onFault }

    func add(_ work: @escaping @Sendable () throws(DemoFault) -> Void) {
        group.enter()
        Thread.detachNewThread { [self] in
            do throws(DemoFault) { try work() } catch {
                faults.withLock { $0.append(error) }
                onFault()
            }
            group.leave()
        }
    }

    /// Waits until everybody is done, or for so long.
    ///
    /// - Returns: whether everybody is done.
    /// - Throws: the first fault that is not only a consequence of another.
    func wait(forSeconds seconds: Double = .infinity) throws(DemoFault) -> Bool {
        let isDone =
            seconds.isInfinite ? (group.wait(), true).1 : group.wait(timeout: .now() + seconds) == .success
        try check()
        return isDone
    }

    /// - Throws: as ``wait(forSeconds:)``, at once.
    func check() throws(DemoFault) {
        let found = faults.withLock { $0 }
        let cause = found.first { if case .abandoned = $0 { false } else { true } }
        if let fault = cause ?? found.first { throw fault }
    }
}
