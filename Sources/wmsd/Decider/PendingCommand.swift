import Fulfillment

/// A command that is yet to be decided, and who waits for its outcome.
struct PendingCommand: Sendable {
    let command: Command
    let reply: @Sendable (Reply) -> Void

    /// The same once the work that the command has begun is over.
    var resumed: PendingCommand { PendingCommand(command: command.resumed, reply: reply) }
}
