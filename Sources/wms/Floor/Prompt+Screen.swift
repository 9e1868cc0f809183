import Domain
import Operations

extension Prompt {
    /// True where the terminal asks, before the daemon's dialogue begins: its commands mean nothing yet.
    var isOwn: Bool { step == 0 }

    /// Whether a choice may be keyed by its number. Where a number can itself be the answer, pieces that were counted or
    /// a lot, it never stands for a choice, and none is shown.
    var numbersChoices: Bool { [.reason, .yesNo, .expiry].contains(expect) }

    /// The choices as they are to be keyed: `1  yes`, and by its word `key done`.
    var choiceTexts: [String] {
        choices.enumerated().map { numbersChoices ? "\($0 + 1)  \($1)" : "key \($1)" }
    }

    /// What is sent for what was keyed: a choice's number stands for the choice.
    func code(for input: String) -> String {
        guard numbersChoices, let number = Int(input), choices.indices.contains(number - 1) else {
            return input
        }
        return choices[number - 1]
    }

    /// As it is shown: every text for the worker replaced. Ids, figures and ``code(for:)`` stay.
    func mapTexts(_ replace: (String) -> String) -> Prompt {
        var shown = self
        shown.say = replace(say)
        shown.show = show.mapTexts(replace)
        shown.choices = choices.map(replace)
        return shown
    }
}

extension Shown {
    fileprivate func mapTexts(_ replace: (String) -> String) -> Shown {
        var shown = self
        shown.name = name.map(replace)
        shown.printed = printed.map(replace)
        shown.barcode = barcode.map(replace)
        shown.lot = lot.map(replace)
        shown.sscc = sscc.map(replace)
        shown.whereInWords = whereInWords?.map(replace)
        shown.notes = notes.map(replace)
        shown.documents = documents?.map(replace)
        shown.notice = notice.map(replace)
        shown.why = why?.map(replace)
        return shown
    }
}
