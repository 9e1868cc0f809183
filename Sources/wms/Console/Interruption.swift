import Glibc
import LineProtocol
import Synchronization

/// Lets Ctrl-C end what is under way instead of the program.
struct Interruption: Sendable {
    private let begin: @Sendable () -> Void
    private let end: @Sendable () -> Void
    let hasCome: @Sendable () -> Bool

    init(
        begin: @escaping @Sendable () -> Void = {}, end: @escaping @Sendable () -> Void = {},
        hasCome: @escaping @Sendable () -> Bool
    ) {
        (self.begin, self.end, self.hasCome) = (begin, end, hasCome)
    }

    /// While `work` goes on, Ctrl-C is noted; after it, Ctrl-C ends the program again.
    func watch<Value>(
        _ work: () throws(ClientError) -> Value
    ) throws(ClientError) -> Value {
        begin()
        defer { end() }
        return try work()
    }

    /// The signal that a terminal sends for Ctrl-C.
    static let ofTerminal = Interruption(
        begin: {
            isSent.store(false, ordering: .relaxed)
            signal(SIGINT) { _ in Interruption.isSent.store(true, ordering: .relaxed) }
        }, end: { signal(SIGINT, SIG_DFL) }, hasCome: { isSent.load(ordering: .relaxed) })

    private static let isSent = Atomic(false)
}
