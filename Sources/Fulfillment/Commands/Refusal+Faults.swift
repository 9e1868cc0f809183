import Domain
import LineProtocol

extension Refusal {
    /// Refuses params with faults: the message lists all of them, and the first is the one that `param` names.
    static func check(_ faults: [ParamFault]) throws(Refusal) {
        guard let first = faults.first else { return }
        let others = faults.dropFirst().map { "; \($0)" }.joined()
        throw .badParams(param: first.path, problem: first.message + others)
    }
}

extension Result where Failure == Refusal {
    /// Why there is no value; nil where there is one.
    var fault: Refusal? {
        if case .failure(let fault) = self { fault } else { nil }
    }
}
