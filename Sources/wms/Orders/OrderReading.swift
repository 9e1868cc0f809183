import ArgumentParser
import JSON

/// `wms order list`: orders and their stages.
struct OrderList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List orders.")

    @Option(help: "Only orders in this stage, such as accepted, picking or packed.")
    var stage: String?

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        var params: JSONObject = [:]
        if let stage { params["stage"] = .string(stage) }
        let daemon = try connection.connect()
        daemon.show(
            try Listing.all("order.list", params, key: "orders", id: "order_id", from: daemon.client))
    }
}

/// `wms order show ID`: one order with its lines, picks and parcels.
struct OrderShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one order with its lines, picks and parcels.")

    @Argument(help: "The order's id.")
    var order: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.show(try daemon.call("order.get", ["order_id": .string(order)]))
    }
}

/// `wms order explain ID`: why the order stands where it does.
struct OrderExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why an order stands where it does, and what would move it on.")

    @Argument(help: "The order's id.")
    var order: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.show(try daemon.call("order.explain", ["order_id": .string(order)]))
    }
}
