import Glibc

/// A lock file that one process at a time can hold. The kernel releases the lock when the process ends, however
/// it ends.
final class LockFile {
    private let descriptor: Int32

    /// - Throws: ``StartFault`` with `alreadyRunning` where another process holds it.
    init(path: String, guarding thing: String) throws(StartFault) {
        descriptor = try Self.locked(path, guarding: thing)
    }

    deinit { close(descriptor) }

    private static func locked(_ path: String, guarding thing: String) throws(StartFault) -> Int32 {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw StartFault(.cannotCreate, "\(path) cannot be made: \(systemMessage())")
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
        close(descriptor)
        throw StartFault(.alreadyRunning, "\(thing) belongs to a wmsd that is running: stop that one first")
    }
}
