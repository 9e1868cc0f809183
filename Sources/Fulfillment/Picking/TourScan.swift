import Domain
import Operations

/// The answer to the prompt that stands: a code, a number, or one of the floor's commands.
extension TourScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        try site.replyOnTour(to: site.preparation?.answer ?? Answer(code), step: step, in: session)
    }
}

extension Transaction {
    func replyOnTour(to answer: Answer, step: Int?, in row: SessionRow) throws(Refusal) -> Prompt {
        let session = try session(row)
        let dialogue = try dialogueOnTour(of: session, step: step)
        let floor = try floor(session.warehouse)
        return try reply(to: answer, step: step, in: dialogue, of: session, on: floor)
    }
}
