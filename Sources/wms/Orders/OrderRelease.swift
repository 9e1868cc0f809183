import ArgumentParser
import JSON
import LineProtocol

/// `wms order release ID | --all`: stock in bins is reserved, and the floor gets work.
struct OrderRelease: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Reserve stock in bins for an order and give it to the floor.")

    @Argument(help: "The order's id.")
    var order: String?

    @Flag(help: "Every order that waits.")
    var all = false

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard (order != nil) != all else { throw ValidationError("Name one order, or say --all.") }
    }

    func run() throws {
        var ids = CommandIDs(device: "wms-order")
        var params: JSONObject = ["command_id": .string(ids.next())]
        if let order { params["order_id"] = .string(order) } else { params["all"] = true }
        let daemon = try connection.connect()
        daemon.show(try daemon.call("order.release", params), as: Self.text)
    }

    private static func text(of answer: JSONValue) -> String {
        var lines = [DaemonConnection.readable(answer)]
        if let left = answer["left"]?.int, left > 0 {
            lines.append("\(left) are looked at one after the other; the same again tells how far it has come.")
        }
        if answer["why"] == nil, let waiting = answer["waiting"]?.int, waiting > 0 {
            lines.append("wms order list --stage accepted tells who waits, wms order explain ID why.")
        }
        return lines.joined(separator: "\n")
    }
}
