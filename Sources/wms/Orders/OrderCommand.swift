import ArgumentParser

/// `wms order …`: what customers ordered, and how far it has come.
struct OrderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order",
        abstract: "Allocate, release and read orders.",
        subcommands: [
            OrderAllocate.self, OrderRelease.self, OrderList.self, OrderShow.self, OrderExplain.self,
        ])
}
