import ArgumentParser
import Glibc
import LineProtocol

/// `wms` alone: a prompt.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Send requests typed at a prompt; so does wms without a command.",
        discussion: """
            Type a method and its params, `stock.list sku=WATER-5L`; Tab completes both, and values where they are \
            words. `help` lists the methods, `help METHOD` says what one needs, Ctrl-R searches the lines typed \
            before, Ctrl-D ends. A change typed without command_id gets one, and is sent again with it where the \
            connection was lost. After `event.subscribe` events are shown until Ctrl-C.
            From a pipe, lines are answered one after the other, and the exit status is 1 where one was refused.
            """)

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let path = connection.socket.path
        let link = ConsoleLink(
            open: { () throws(ClientError) in
                let client = try LineClient(socket: path)
                // Ctrl-C ends a wait that is too long.
                client.timeoutMS = nil
                return client
            },
            pause: Reconnection.pause, notify: { Terminal.printError("(\($0))") },
            interruption: .ofTerminal)
        let isTyped = Terminal.isInputATerminal
        let output = output(isTyped: isTyped)
        try greet(link, output)
        let isDrawn = isTyped && Terminal.isOutputATerminal && !Terminal.isDumb
        let console = Console(
            input: isDrawn ? TypedInput() : PlainInput(), link: link, output: output,
            interruption: .ofTerminal)
        if !console.run(), !isTyped { throw ExitCode.failure }
    }

    /// A person may go on without a daemon, which may come; a script may not.
    private func greet(_ link: ConsoleLink, _ output: ConsoleOutput) throws(ClientError) {
        do throws(ClientError) {
            let hello = try link.connect().hello
            guard output.isTyped, !output.isJSON else { return }
            output.show("wmsd \(hello["version"]?.string ?? "") on \(connection.socket.path)")
            output.show("help lists the methods, Tab completes, Ctrl-D ends")
        } catch {
            guard output.isTyped, error.isConnectionLoss else { throw error }
            output.showError("\(error)")
        }
    }

    private func output(isTyped: Bool) -> ConsoleOutput {
        ConsoleOutput(
            isJSON: connection.json, isTyped: isTyped,
            columns: { Terminal.outputColumns },
            write: { Terminal.print($0) }, writeError: Terminal.printError)
    }
}
