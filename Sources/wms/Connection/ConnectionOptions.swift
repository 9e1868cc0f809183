import ArgumentParser
import LineProtocol

/// Where the daemon is, and for whom its answers are shown.
struct ConnectionOptions: ParsableArguments {
    @OptionGroup var socket: SocketOption

    @Flag(help: "Print the daemon's answers as JSON, one a line.")
    var json = false

    func connect() throws(ClientError) -> DaemonConnection {
        try DaemonConnection(socket: socket.path, isJSON: json)
    }
}

/// Where the daemon is.
struct SocketOption: ParsableArguments {
    @Option(help: ArgumentHelp("The daemon's socket.", valueName: "path"), completion: .file())
    var socket: String?

    var path: String { socket ?? SocketPath.standard(environment: Terminal.environment) }
}
