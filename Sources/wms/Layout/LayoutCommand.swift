import ArgumentParser

/// `wms layout …`: layout files, on their own and in the daemon.
struct LayoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout",
        abstract: "Load a warehouse's layout, list those loaded.",
        subcommands: [LayoutLoad.self, LayoutList.self])
}
