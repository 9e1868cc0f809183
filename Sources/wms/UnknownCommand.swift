import ArgumentParser
import LineProtocol

/// A first argument that is no command: without one `wms` opens its prompt, which takes no arguments.
enum UnknownCommand {
    static func check(_ arguments: some Sequence<String>) throws(ValidationError) {
        guard let first = arguments.first(where: { _ in true }), !first.hasPrefix("-") else { return }
        let groups = WMS.configuration.groupedSubcommands.flatMap(\.subcommands)
        let names = (WMS.configuration.ungroupedSubcommands + groups).map { $0._commandName } + ["help"]
        if names.contains(first) { return }
        let nearest = nearestName(to: first, among: names).map { ": did you mean \($0)?" } ?? "."
        throw ValidationError("There is no command \(first)\(nearest)")
    }
}
