import ArgumentParser
import LineProtocol
import Operations

/// How a worker's terminal reaches the daemon, and the session it works in.
struct FloorOptions: ParsableArguments {
    @OptionGroup var socket: SocketOption

    /// Starts a session, leads the worker until the input ends, and ends the session.
    ///
    /// - Parameter worker: as the screen's title names them.
    func work(
        _ work: FloorDialogue.Work, by worker: String, session start: SessionStart
    ) throws(ClientError) {
        let client = try LineClient(socket: socket.path)
        let terminal = FloorTerminal(work: work, worker: worker, times: WarehouseTimes(over: client))
        let caller = RetryingCaller(
            over: client, commandIDs: CommandIDs(device: start.device.text), pause: terminal.pause,
            notify: terminal.notify)
        let session = try caller.change(start).session
        let dialogue = FloorDialogue(
            work: work, session: session, answer: caller.answer, ask: { terminal.ask($0, after: $1) })
        try dialogue.run()
        var end = SessionEnd()
        end.session = session
        _ = try caller.change(end)
        Terminal.print("")
    }
}
