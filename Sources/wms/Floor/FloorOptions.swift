import ArgumentParser
import JSON
import LineProtocol

/// How a worker's terminal reaches the daemon, and the session it works in.
struct FloorOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"), completion: .file())
    var socket: String?

    /// Starts a session, leads the worker until the input ends, and ends the session.
    func work(
        _ work: FloorDialogue.Work, title: String, device: String, session: JSONObject, commands: [String]
    ) throws(ClientError) {
        let terminal = FloorTerminal(title: title, commands: commands)
        let client = try LineClient(socket: socket ?? SocketPath.standard(environment: Terminal.environment))
        let caller = SteadyCaller(
            over: client, commandIDs: CommandIDs(device: device), pause: Reconnection.pause,
            tell: terminal.tell)
        let started = try caller.change("session.start", session)
        let id = started["session"] ?? .null
        let dialogue = FloorDialogue(
            work: work, session: id, answer: caller.change, ask: { terminal.ask($0, after: $1) })
        try dialogue.run()
        _ = try caller.change("session.end", ["session": id])
        Terminal.show("\n")
    }
}
