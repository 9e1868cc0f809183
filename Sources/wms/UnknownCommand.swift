import ArgumentParser
import Common

/// Arguments that begin with no command: without one `wms` opens its prompt, which takes nothing but options.
enum UnknownCommand {
    static func check(_ arguments: some Collection<String>) throws(ValidationError) {
        guard let first = arguments.first else { return }
        if ["--socket", "--json"].contains(String(first.prefix { $0 != "=" })) {
            return try checkOptionsAlone(first, arguments)
        }
        if first.hasPrefix("-") { return }
        if names.contains(first) { return }
        let nearest = nearestWord(to: first, among: names).map { ": did you mean \($0)?" } ?? "."
        throw ValidationError("There is no command \(first)\(nearest)")
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

    private static let names: [String] = {
        let groups = WMS.configuration.groupedSubcommands.flatMap(\.subcommands)
        let commands = WMS.configuration.ungroupedSubcommands + groups
        return commands.flatMap { [$0._commandName] + $0.configuration.aliases } + ["help"]
    }()
}
