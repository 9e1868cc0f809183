import ArgumentParser
import Common
import JSON
import LineProtocol

/// `wms events`: what happened, once per sequence number, and with `--follow` what happens.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print events as they happen.",
        discussion: """
            Without --follow it ends at the newest event. With it, a lost connection is opened again and
            the events go on after the last one printed.
            """)

    @Flag(help: "Go on with new events until interrupted.")
    var follow = false

    @Option(help: ArgumentHelp("Begin after this sequence number.", valueName: "n"))
    var after: Int = 0

    @Option(help: ArgumentHelp("Only these types, separated by commas.", valueName: "types"))
    var types: String?

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let client = try connection.connect()
        var last = after
        while true {
            do throws(ClientError) {
                try printEvents(from: client, after: &last)
                return
            } catch {
                guard follow, case .lost = error else { throw error }
                try Reconnection.await(client) { Terminal.complain("wms: \($0)") }
            }
        }
    }

    private func printEvents(from client: LineClient, after last: inout Int) throws(ClientError) {
        var params: JSONObject = ["after": .int(last)]
        if let types { params["types"] = .array(types.split(separator: ",").map { .string(String($0)) }) }
        let head = try client.call("event.subscribe", params)["head"]?.int ?? 0
        while follow || last < head {
            // With types left out of the stream, silence is the sign that the head has been reached.
            guard let line = try client.nextNotification(withinMS: follow ? nil : 500) else { return }
            guard line.method == "event" else { continue }
            last = line.params["sequence"]?.string.flatMap(Int.init) ?? last
            Terminal.show(
                (connection.json ? JSONValue.object(line.params).description : Self.text(line.params)) + "\n")
        }
    }

    /// `   123  10:15:02  order.packed          ORD-2026-05-06-001  parcel …`.
    static func text(_ event: JSONObject) -> String {
        let field = { (key: String) in event[key]?.string ?? "" }
        let time = field("time").split(separator: "T").last.map { $0.prefix(8) } ?? ""
        let sequence = field("sequence")
        let indent = String(repeating: " ", count: max(0, 6 - sequence.count))
        let facts = event["data"].map(PlainText.inline) ?? ""
        return
            "\(indent)\(sequence)  \(time)  \(field("type").padding(to: 18))  \(field("subject"))  \(facts)"
            .trimmingTrailingSpaces
    }
}
