import Domain
import Operations

/// What a dialogue asks of its person, before it is put into words.
struct DialoguePrompt<Said: Sentence, Reason: Sentence>: Equatable {
    let expect: Expectation
    let say: Said
    /// What is at hand. What it tells in sentences stands beside it, in ``notice`` and ``why``.
    var show = Shown()
    /// The answers to choose from, as they are keyed in every language.
    var choices: [String] = []
    var beep = Beep.ok
    /// What has changed since the prompt before.
    var notice: DialogueNotice?
    /// Why it is this that is asked, where the person wanted to know.
    var why: [Reason]?
}

extension Prompt {
    /// What a dialogue asks, in words: the one place where they are made.
    init(_ asked: DialoguePrompt<some Sentence, some Sentence>, step: Int, in language: Language) {
        var show = asked.show
        show.notice = asked.notice?.words(in: language)
        show.why = asked.why?.map { $0.words(in: language) }
        self.init(
            step: step, expect: asked.expect, say: asked.say.words(in: language), show: show,
            choices: asked.choices, beep: asked.beep)
    }

    /// Nothing is asked any more.
    ///
    /// - Parameter notice: what others did because of which that is so.
    init(_ last: LastPrompt, notice: DialogueNotice? = nil, step: Int, in language: Language) {
        var show = Shown()
        show.notice = notice?.words(in: language)
        self.init(step: step, expect: .none, say: last.words(in: language), show: show, beep: .done)
    }
}

extension Session {
    /// What its person reads.
    var language: Language { .english }
}
