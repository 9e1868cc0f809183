import JSON
import LineProtocol

/// Requests typed at a prompt, one a line, and their answers.
///
/// Lines that are blank or begin with `#` are passed over, as the daemon does.
final class Console {
    private let input: any ConsoleInput
    private let link: ConsoleLink
    private let output: ConsoleOutput
    private let interruption: Interruption
    private var commandIDs: CommandIDs

    /// How often Ctrl-C is checked for while events are awaited.
    private static let eventWaitMS = 200

    init(
        input: any ConsoleInput, link: ConsoleLink, output: ConsoleOutput,
        commandIDs: CommandIDs = CommandIDs(device: "wms-console"), interruption: Interruption
    ) {
        (self.input, self.link, self.output) = (input, link, output)
        (self.commandIDs, self.interruption) = (commandIDs, interruption)
    }

    /// Answers lines until the input ends.
    ///
    /// - Returns: whether every request was answered without an error.
    func run() -> Bool {
        var isGood = true
        while true {
            switch input.next(prompt: link.prompt) {
            case .endOfInput: return isGood
            case .interrupted: continue
            case .line(let line):
                let line = line.trimmingSpaces
                if line.isEmpty || line.hasPrefix("#") { continue }
                let words = TypedWords(line).words.map(\.text)
                if words.count == 1, let word = ConsoleWord(rawValue: words[0]), word != .help {
                    return isGood
                }
                isGood = answer(line, words) && isGood
            }
        }
    }

    private func answer(_ line: String, _ words: [String]) -> Bool {
        if words[0] == ConsoleWord.help.rawValue, words.count <= 2,
            let help = output.help(for: words.dropFirst().first)
        {
            output.show(help)
            return true
        }
        do {
            let request = try ConsoleRequest(line, commandIDs: &commandIDs)
            output.show(try link.send(request), with: link.times)
            if request.method == "layout.load" { link.times?.forgetZones() }
            if request.method == "event.subscribe" { try followEvents() }
            return true
        } catch let error as ClientError {
            output.show(error: error, with: link.times)
        } catch {
            output.showError("\(error)")
        }
        return false
    }

    /// Prints events as they come, until a person has had enough.
    private func followEvents() throws(ClientError) {
        output.remark("events as they come; Ctrl-C ends them")
        try interruption.watch { () throws(ClientError) in
            while !interruption.hasCome() {
                guard let event = try link.nextEvent(withinMS: Self.eventWaitMS) else { continue }
                output.show(event: event, with: link.times)
            }
        }
        link.endSubscription()
    }
}
