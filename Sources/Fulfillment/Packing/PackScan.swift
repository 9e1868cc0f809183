import Domain
import Operations

/// The answer to the prompt that stands at the bench: a code, a number, a weight, or one of the bench's commands.
extension PackScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let dialogue = try site.dialogueWithParcel(of: session, step: step)
        let floor = try site.floor(session.warehouse)
        return try site.reply(
            to: site.preparation?.answer ?? Answer(code), step: step, in: dialogue, of: session, on: floor)
    }
}
