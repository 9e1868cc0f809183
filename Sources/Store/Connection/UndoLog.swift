/// How the changes of what is kept in memory beside the tables are taken back: one step for each change since the
/// transaction began, in the order in which they were made.
///
/// Where it ends when a savepoint begins is how far a rollback to that savepoint goes.
struct UndoLog {
    private var steps: [() -> Void] = []
    /// Changes that were made since the connection was opened, those taken back and those outside a transaction
    /// included.
    private(set) var changesMade = 0

    var end: Int { steps.count }

    /// A change was made that stands, whatever comes.
    mutating func count() { changesMade += 1 }

    /// A change was made that this step takes back.
    mutating func append(_ step: @escaping () -> Void) {
        changesMade += 1
        steps.append(step)
    }

    /// The newest step after `end`, which is to be taken now; nil where all have been.
    mutating func removeLast(downTo end: Int) -> (() -> Void)? {
        steps.count > end ? steps.removeLast() : nil
    }

    /// The changes stand.
    mutating func drop() {
        if !steps.isEmpty { steps.removeAll(keepingCapacity: true) }
    }
}
