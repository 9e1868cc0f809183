import ArgumentParser

/// `wms label`: what can be done with templates without a daemon.
struct LabelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Draw labels from templates.", subcommands: [LabelRenderCommand.self])
}
