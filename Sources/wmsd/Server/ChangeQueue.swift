import Fulfillment
import Operations

/// The queue in which a change waits before it comes to the decider.
///
/// Changes in one queue are decided in the order in which they came; of two in different queues either may be first.
enum ChangeQueue: Equatable, Sendable {
    /// The decider's own.
    case decider
    /// That of the label service, which puts labels out of the feeders' reach first.
    case labels
    /// That of the import service, which reads rows first.
    case imports

    init(of operation: any Operation) {
        if operation.withdrawsLabels {
            self = .labels
        } else if ImportService.handles(operation) {
            self = .imports
        } else {
            self = .decider
        }
    }
}
