import Domain
import Operations

/// The answer to the prompt that stands at the bench: a code, a number, a weight, or one of the bench's commands.
extension PackScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        try site.checkPacks(session, step: step)
        return try site.answer(code, step: step, of: session, on: try site.floor(session.warehouse))
    }
}
