import ArgumentParser
import Common
import JSON
import LineProtocol
import Operations

/// `wms events`: what happened, once per sequence number, and with `--follow` what happens.
struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Print events as they happen.",
        discussion: """
            Without --follow it ends at the newest event. With it, a lost connection is opened again and \
            the events go on after the last one printed.
            """)

    @Flag(help: "Go on with new events until interrupted.")
    var follow = false

    @Option(
        help: ArgumentHelp("Begin after this sequence number.", valueName: "n"),
        transform: Self.sequence)
    var after: Int = 0

    @Option(help: ArgumentHelp("Only these types, separated by commas.", valueName: "types"))
    var types: String?

    @OptionGroup var connection: ConnectionOptions

    /// How long the daemon is silent when everything stored has come: with types left out of the stream, that
    /// is the sign that the head has been reached.
    private static let silenceMS = 500

    func run() throws {
        let daemon = try connection.connect()
        var last = after
        while true {
            do throws(ClientError) {
                try printEvents(from: daemon, after: &last)
                return
            } catch {
                guard follow, case .lost = error else { throw error }
                try Reconnection.await(daemon.client) { Terminal.printError("wms: \($0)") }
            }
        }
    }

    private func printEvents(from daemon: DaemonConnection, after last: inout Int) throws(ClientError) {
        var subscribe = try EventSubscribe(written: writtenTypes)
        subscribe.after = last
        let head = try daemon.call(subscribe).head
        while follow || last < head {
            let wait = follow ? nil : Self.silenceMS
            guard let line = try daemon.client.nextNotification(withinMS: wait) else { return }
            guard line.method == "event" else { continue }
            last = line.params["sequence"]?.sequence ?? last
            daemon.show(JSONValue.object(line.params)) { EventText.line($0, columns: Terminal.outputColumns) }
        }
    }

    private var writtenTypes: JSONObject {
        guard let types else { return [:] }
        return ["types": .array(types.split(separator: ",").map { .string(String($0)) })]
    }

    /// A sequence number as it is typed, or as it stands in an event.
    private static func sequence(_ text: String) throws -> Int {
        if let number = JSONValue.string(text).sequence { return number }
        throw ValidationError("\(text) is no sequence number; give a whole number from 0 on")
    }
}
