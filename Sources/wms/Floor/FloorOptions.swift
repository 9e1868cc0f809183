import ArgumentParser
import JSON
import LineProtocol

/// How a worker's terminal reaches the daemon, and the session it works in.
struct FloorOptions: ParsableArguments {
    @OptionGroup var socket: SocketOption

    /// Starts a session, leads the worker until the input ends, and ends the session.
    func work(
        _ work: FloorDialogue.Work, title: String, device: String, session: JSONObject, commands: [String]
    ) throws(ClientError) {
        let client = try LineClient(socket: socket.path)
        let terminal = FloorTerminal(title: title, commands: commands, times: WarehouseTimes(over: client))
        let caller = RetryingCaller(
            over: client, commandIDs: CommandIDs(device: device), pause: Reconnection.pause,
            notify: terminal.notify)
        let started = try caller.change("session.start", session)
        let id = started["session"] ?? .null
        let dialogue = FloorDialogue(
            work: work, session: id, answer: caller.change, ask: { terminal.ask($0, after: $1) })
        try dialogue.run()
        _ = try caller.change("session.end", ["session": id])
        Terminal.print("")
    }
}
