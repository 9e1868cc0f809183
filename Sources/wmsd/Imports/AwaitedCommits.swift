import Domain
import Fulfillment
import Synchronization

/// The commits of small imports that are answered when their rows are booked.
///
/// They are kept in memory alone: a caller whose connection or daemon is gone sends the line again, and is answered by
/// what has become of the import.
final class AwaitedCommits: Sendable {
    private let commits = Mutex<[ImportRow: [PendingCommand]]>([:])

    func add(_ commit: PendingCommand, of row: ImportRow) {
        commits.withLock { $0[row, default: []].append(commit) }
    }

    /// Removes those that wait for an import, in the order in which they came.
    func remove(of row: ImportRow) -> [PendingCommand] {
        commits.withLock { $0.removeValue(forKey: row) ?? [] }
    }

    func removeAll() -> [PendingCommand] {
        commits.withLock { commits in
            defer { commits = [:] }
            return commits.sorted { $0.key.number < $1.key.number }.flatMap(\.value)
        }
    }
}
