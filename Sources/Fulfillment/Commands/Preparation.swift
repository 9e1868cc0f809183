import Operations

/// What was done of a command before it is decided, since it needs no database: the decider has one thread for
/// everybody, those that bring requests have time left.
///
/// It decides nothing. A command that comes without it is decided the same way, and what is missing is done then. Of a
/// class, since commands are copied on their way.
final class Preparation: Sendable {
    let rule: (any Rule)?
    /// Nil where the command has no id.
    let fingerprint: Fingerprint?
    /// Of an `order.allocate`.
    let order: PreparedOrder?
    /// Of a scan at a prompt.
    let answer: Answer?
    /// Of an `import.rows`.
    let rows: PreparedRows?
    /// Of a request that brings a layout.
    let layout: PreparedLayout?

    /// - Complexity: linear in the bytes of the command's params.
    init(of command: Command, rows: PreparedRows? = nil, layout: PreparedLayout? = nil) {
        rule = command.operation as? any Rule
        fingerprint = command.commandID == nil ? nil : Fingerprint(method: command.method, params: command.params)
        order = (command.operation as? OrderAllocate).map { PreparedOrder($0.order) }
        answer = Answer(given: command.operation)
        self.rows = rows
        self.layout = layout
    }
}
