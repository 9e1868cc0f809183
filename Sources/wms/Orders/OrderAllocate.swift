import ArgumentParser
import JSON
import LineProtocol
import Operations

/// `wms order allocate FILE`: orders as the allocation engine writes them, one JSON object or one a line.
struct OrderAllocate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allocate",
        abstract: "Send orders to the warehouse.",
        discussion: """
            The file holds one order as a JSON object, or one a line. Sending the same order again is \
            harmless. An order that is refused is named; the others go on, and the exit status is 1.
            """)

    @Argument(help: "The file, - for standard input.", completion: .file(extensions: ["json", "ndjson"]))
    var file: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let orders = try Self.orders(in: try InputFile.bytes(of: file), file: file)
        let daemon = try connection.connect()
        var ids = CommandIDs(device: "wms-order")
        var isAnyRefused = false
        for order in orders {
            do throws(ClientError) {
                let allocate = try Operations.OrderAllocate(written: ["order": order])
                daemon.show(
                    try daemon.call(allocate, commandID: ids.next()), as: { PlainText.inline($0) })
            } catch {
                guard let refusal = error.refusal else { throw error }
                isAnyRefused = true
                Terminal.printError("\(order["order_id"]?.string ?? "an order"): \(refusal)")
            }
        }
        if isAnyRefused { throw ExitCode.failure }
    }

    /// The whole file as one object, else every line as one; a request's `params` or `order` is unwrapped.
    static func orders(in bytes: [UInt8], file: String) throws -> [JSONValue] {
        if let whole = try? JSONValue(parsing: bytes), whole.object != nil { return [unwrapped(whole)] }
        var orders: [JSONValue] = []
        for line in DataLines(bytes).filled {
            do {
                orders.append(unwrapped(try JSONValue(parsing: line.bytes)))
            } catch {
                throw InputFileError(description: "\(file):\(line.number): \(error)")
            }
        }
        if orders.isEmpty { throw InputFileError(description: "\(file) holds no order") }
        return orders
    }

    private static func unwrapped(_ value: JSONValue) -> JSONValue {
        value["params"]?["order"] ?? value["order"] ?? value
    }
}
