import ArgumentParser

/// `wms layout …`: layout files, on their own and in the daemon.
struct LayoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout",
        abstract: "Check, draw and compare layout files, load them into the daemon.",
        subcommands: [
            LayoutLoad.self, LayoutList.self, LayoutCheckCommand.self, LayoutDrawCommand.self,
            LayoutDiffCommand.self,
        ])
}
