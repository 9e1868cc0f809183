import Domain
import JSON
import Operations

/// Where a dialogue stands, as its session keeps it.
protocol DialogueState: Equatable, Sendable {
    associatedtype Machine: FloorDialogue where Machine.State == Self

    /// Reads what ``json`` wrote; nil where another dialogue wrote it. What was written once is read for ever: data
    /// folders in use hold it.
    init?(json: JSONObject)

    var json: JSONObject { get }

    /// What others find the session by.
    var work: SessionWork { get }

    /// In words, for a person: `picking tour 7`.
    var name: String { get }

    /// What has changed since the prompt before; always nil in dialogues in which nobody is told such a thing.
    var notice: DialogueNotice? { get }

    /// Answers the prompt that stands. A requirement, so that the way of an answer through machine, facts and prompt is
    /// compiled for each dialogue.
    func reply(to answer: Answer, step: Int?, in context: DialogueContext) throws(Refusal) -> Prompt
}

extension DialogueState {
    var notice: DialogueNotice? { nil }

    func reply(to answer: Answer, step: Int?, in context: DialogueContext) throws(Refusal) -> Prompt {
        try context.reply(to: answer, step: step, from: self)
    }
}
