public import Domain

/// What a handheld shows and waits for: the answer to everything that is said in a dialogue.
///
/// The handheld keeps nothing else. It shows the prompt and sends what is scanned or keyed next with its `step`.
public struct Prompt: Record, Equatable {
    /// The number of the prompt; an answer to another one is refused.
    public var step = 0
    public var expect = Expectation.none
    public var say = ""
    public var show = Shown()
    public var choices: [String] = []
    public var beep = Beep.ok

    public init() {}

    public init(
        step: Int = 0, expect: Expectation, say: String, show: Shown = Shown(), choices: [String] = [],
        beep: Beep = .ok
    ) {
        self.step = step
        self.expect = expect
        self.say = say
        self.show = show
        self.choices = choices
        self.beep = beep
    }

    /// True where nothing is waited for: the work is done, or there is none.
    public var isAtRest: Bool { expect == .none }

    public static let fields: [Field<Prompt>] = [
        .required("step", \.step, .count, "The number of this prompt; what answers it names it."),
        .required("expect", \.expect, .word(), "What kind of code or figure answers it."),
        .required("say", \.say, .sentence, "The one thing to read from a step away."),
        .required("show", \.show, .record(), "What is at hand; members that mean nothing here are left out."),
        .rows("choices", \.choices, of: .sentence, "The answers to choose from, where there are only a few."),
        .required("beep", \.beep, .word(), "How the handheld sounds."),
    ]
}
