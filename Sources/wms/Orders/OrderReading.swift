import ArgumentParser
import Domain
import JSON
import Operations

/// `wms order list`: orders and their stages.
struct OrderList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List orders.")

    @Option(
        help: "Only orders in this stage, such as accepted, picking or packed.",
        completion: .list(OrderStage.reached.filter { $0 != .closed }.map(\.rawValue)))
    var stage: String?

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        let list = try Operations.OrderList(written: stage.map { ["stage": .string($0)] } ?? [:])
        daemon.show(try daemon.client.all(list))
    }
}

/// `wms order show ID`: one order with its lines, picks and parcels.
struct OrderShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one order with its lines, picks and parcels.")

    @Argument(help: "The order's id.", completion: OrderCompletion.ids)
    var order: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        var get = OrderGet()
        get.name.order = OrderID(order)
        daemon.show(try daemon.call(get))
    }
}

/// `wms order explain ID`: why the order stands where it does.
struct OrderExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why an order stands where it does, and what would move it on.")

    @Argument(help: "The order's id.", completion: OrderCompletion.ids)
    var order: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        var explain = Operations.OrderExplain()
        explain.name.order = OrderID(order)
        daemon.show(try daemon.call(explain))
    }
}
