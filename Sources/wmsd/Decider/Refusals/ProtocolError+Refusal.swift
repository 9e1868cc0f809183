import Domain
import Fulfillment
import LineProtocol
import Store

extension ProtocolError {
    /// The protocol's error for a refusal.
    init(_ refusal: Refusal) {
        let words = RefusalWords(for: refusal)
        self.init(refusal.kind, words.message, words.details)
    }

    /// What the wire says to every command of a commit that failed.
    init(commitFailure error: StoreError) {
        if case .commitFailed(let refusal) = error {
            self.init(refusal)
        } else {
            self.init(.notStored, "\(error); nothing was changed")
        }
    }
}

extension Reply {
    init(_ outcome: Outcome) {
        switch outcome {
        case .answer(let text): self = .answer(text)
        case .result(let result): self = .result(result)
        case .refusal(let refusal): self = .refusal(ProtocolError(refusal))
        case .awaits, .begun: self = .refusal(ProtocolError(.notPlanned))
        }
    }
}

extension StoreError {
    /// Whether what was written may be lost although the disk said nothing of it before.
    var isSyncFailure: Bool {
        switch self {
        case .commitFailed(.storage(let fault)), .storage(_, let fault): fault.isSyncFailure
        default: false
        }
    }
}
