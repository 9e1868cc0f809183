import ArgumentParser
import JSON
import LineProtocol

/// Where the daemon is, and for whom its answers are shown.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"), completion: .file())
    var socket: String?

    @Flag(help: "Print the daemon's answers as JSON, one a line.")
    var json = false

    func connect() throws(ClientError) -> LineClient {
        try LineClient(socket: socket ?? SocketPath.standard(environment: Terminal.environment))
    }

    /// Prints an answer: as it is for programs, as `table` makes it for people.
    func show(_ answer: JSONValue, as table: (JSONValue) -> String = { PlainText(of: $0).text }) {
        print(json ? answer.description : table(answer))
    }
}
