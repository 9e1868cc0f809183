import ArgumentParser
import JSON
import LineProtocol

/// `wms call METHOD name=value …`: one request in words, sent as it is.
struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Send one request to the daemon and print its answer.",
        discussion: """
            wms call stock.receive bin=B-3-12 sku=WATER-5L qty=24
            wms call order.allocate order.order_id=ORD-1 order.plan.driver=D2 …
            wms call order.release '{"order_id":"ORD-1","command_id":"lead-17"}'
            wms call help tour.scan
            """)

    @Argument(help: "The method, such as stock.list.", completion: ShellCompletion.method)
    var method: String

    @Argument(
        parsing: .remaining,
        help: ArgumentHelp("Parameters as name=value, or one JSON object.", valueName: "name=value"),
        completion: ShellCompletion.params)
    var parameters: [String] = []

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        daemon.show(try answer(from: daemon))
    }

    private func answer(from daemon: DaemonConnection) throws -> JSONValue {
        guard let first = parameters.first, first.hasPrefix("{") else {
            if let broken = parameters.first(where: { $0.contains(where: \.isNewline) }) {
                throw ValidationError(
                    "\(broken) has a line break, which no request in words can hold; give one JSON object.")
            }
            return try daemon.call(words: ([method] + parameters.map(Self.word)).joined(separator: " "))
        }
        do {
            guard let params = try JSONValue(parsing: first).object, parameters.count == 1 else {
                throw ValidationError("Give the parameters as one JSON object, or all as name=value.")
            }
            return try daemon.call(method, params)
        } catch let fault as JSONFault {
            throw ValidationError("The parameters are not JSON: \(fault).")
        }
    }

    /// The shell took the quotes away; the value gets them back where it needs them.
    static func word(_ parameter: String) -> String {
        guard let equals = parameter.firstIndex(of: "=") else { return parameter }
        let value = parameter[parameter.index(after: equals)...]
        guard value.isEmpty || value.contains(where: { " \"'\t".contains($0) }) else { return parameter }
        let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(parameter[...equals])\"\(escaped)\""
    }
}
