import Dispatch
import Fulfillment
import Operations

/// Compiles the layouts that requests bring before they come to the decider, one after another: others are served
/// meanwhile.
struct LayoutCompiler: Sendable {
    private let queue = DispatchQueue(label: "layouts")

    /// The text that is to be compiled; nil for an operation that brings none.
    static func text(of operation: any Operations.Operation) -> String? {
        switch operation {
        case let check as LayoutCheck: check.yaml
        case let load as LayoutLoad: load.yaml
        default: nil
        }
    }

    /// - Parameter then: called with the command as it is to be decided, on a thread of its own.
    func prepare(_ command: Command, text: String, then: @escaping @Sendable (Command) -> Void) {
        queue.async { then(command.prepared(with: PreparedLayout(yaml: text))) }
    }
}
