import Domain
import Operations

/// The answer to the prompt that stands: a code, a number, or one of the floor's commands.
extension TourScan: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        try site.answerOnTour(code, step: step, in: session)
    }
}

extension Transaction {
    func answerOnTour(_ text: String, step: Int?, in row: SessionRow) throws(Refusal) -> Prompt {
        let session = try session(row)
        try dialogueOnTour(of: session, step: step)
        return try answer(text, step: step, of: session, on: try floor(session.warehouse))
    }
}
