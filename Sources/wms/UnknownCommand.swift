import ArgumentParser
import Common

/// Arguments that name no command: without one `wms` opens its prompt, which takes nothing but options, and behind a
/// command that has others below it the parser calls such a word an unexpected argument.
enum UnknownCommand {
    static func check(_ arguments: some Collection<String>) throws(ValidationError) {
        guard let first = arguments.first else { return }
        if ["--socket", "--json"].contains(String(first.prefix { $0 != "=" })) {
            return try checkOptionsAlone(first, arguments)
        }
        if first == "help" { return }
        var path: [String] = []
        var command: any ParsableCommand.Type = WMS.self
        for word in arguments {
            let children = children(of: command)
            if children.isEmpty || word.hasPrefix("-") { return }
            guard let child = children.first(where: { spellings(of: $0).contains(word) }) else {
                throw unknown(word, among: children.flatMap(spellings), behind: path)
            }
            path.append(word)
            command = child
        }
    }

    /// The words that may stand behind `wms`.
    static let names: [String] = children(of: WMS.self).flatMap(spellings) + ["help"]

    private static func unknown(
        _ word: String, among names: [String], behind path: [String]
    ) -> ValidationError {
        let spelled = { (name: String) in (path + [name]).joined(separator: " ") }
        let nearest = nearestWord(to: word, among: names).map { ": did you mean \(spelled($0))?" } ?? "."
        return ValidationError("There is no command \(spelled(word))\(nearest)")
    }

    /// `wms --socket PATH status` would be the prompt with a word too many.
    private static func checkOptionsAlone(
        _ first: String, _ arguments: some Collection<String>
    ) throws(ValidationError) {
        let words = zip(arguments.dropFirst(), arguments).filter { !$0.hasPrefix("-") && $1 != "--socket" }
        guard let command = words.map(\.0).first(where: names.contains) else { return }
        let option = first == "--socket" ? "--socket PATH" : first
        throw ValidationError("Options stand behind the command: wms \(command) \(option)")
    }

    private static func children(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let configuration = command.configuration
        return configuration.ungroupedSubcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
    }

    private static func spellings(of command: any ParsableCommand.Type) -> [String] {
        [command._commandName] + command.configuration.aliases
    }
}
