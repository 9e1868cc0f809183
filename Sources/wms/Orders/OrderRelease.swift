import ArgumentParser
import Domain
import LineProtocol
import Operations

/// `wms order release ID | --all`: stock in bins is reserved, and the floor gets work.
struct OrderRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Reserve stock in bins for an order and give it to the floor.")

    @Argument(help: "The order's id.", completion: OrderCompletion.ids)
    var order: String?

    @Flag(help: "Every order that waits.")
    var all = false

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard (order != nil) != all else { throw ValidationError("Name one order, or say --all.") }
    }

    func run() throws {
        var ids = CommandIDs(device: "wms-order")
        var release = Operations.OrderRelease()
        if let order { release.order = OrderID(order) } else { release.isAll = true }
        let daemon = try connection.connect()
        let result = try daemon.call(release, commandID: ids.next())
        daemon.show(result) { answer in
            ([DaemonConnection.readable(answer)] + Self.advice(after: result)).joined(separator: "\n")
        }
    }

    private static func advice(after result: Operations.OrderRelease.Result) -> [String] {
        var lines: [String] = []
        if result.left > 0 {
            lines.append(
                "\(result.left) are checked one after the other; the same again says how far it has come.")
        }
        if result.why == nil, result.waiting > 0 {
            lines.append("wms order list --stage accepted lists who waits, wms order explain ID why.")
        }
        return lines
    }
}
