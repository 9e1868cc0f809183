import ArgumentParser

/// `wms plan …`: the daemon's engines on files.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Run the daemon's planning on files: one JSON object a line in, one a line out.",
        subcommands: [
            PlanTourCommand.self, PlanBatchCommand.self, PlanBoxesCommand.self, PlanRangeCommand.self,
        ])
}
