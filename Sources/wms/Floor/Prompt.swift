import JSON
import LineProtocol

/// What the daemon asks a worker for: the whole state that a handheld keeps.
struct Prompt: Equatable {
    let step: Int
    /// What kind of code or figure comes next: bin, item, quantity, … or `none`.
    let expect: String
    private(set) var say: String
    private(set) var show: JSONObject
    private(set) var choices: [Choice]
    let beep: String

    /// One of a few answers to choose from.
    struct Choice: Equatable {
        let code: String
        fileprivate(set) var say: String
    }

    init(_ value: JSONValue) {
        step = value["step"]?.int ?? 0
        expect = value["expect"]?.string ?? "none"
        say = value["say"]?.string ?? ""
        show = value["show"]?.object ?? [:]
        beep = value["beep"]?.string ?? "ok"
        choices = (value["choices"]?.array ?? []).map { choice in
            let code = choice["code"].map({ PlainText.inline($0) }) ?? PlainText.inline(choice)
            return Choice(code: code, say: choice["say"]?.string ?? code)
        }
    }

    /// A prompt of the terminal's own, asked before the daemon's dialogue begins.
    init(asking expect: String, say: String) {
        self.init(["expect": .string(expect), "say": .string(say)])
    }

    /// The prompt with every text for the worker, and none that is sent back, replaced.
    func mapTexts(_ replace: (String) -> String) -> Prompt {
        var prompt = self
        prompt.say = replace(say)
        prompt.show = show.mapValues { $0.mapStrings(replace) }
        for index in choices.indices { prompt.choices[index].say = replace(choices[index].say) }
        return prompt
    }

    /// True where the daemon waits for nothing: the tour is done, or there is no work.
    var isAtRest: Bool { expect == "none" }

    /// True where the terminal asks, before the daemon's dialogue begins: its commands mean nothing yet.
    var isOwn: Bool { step == 0 }

    /// What is sent for what was keyed: a choice's number stands for the choice.
    func code(for input: String) -> String {
        guard ["reason", "yes_no"].contains(expect), let number = Int(input),
            choices.indices.contains(number - 1)
        else { return input }
        return choices[number - 1].code
    }
}
