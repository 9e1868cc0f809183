import Glibc
import LineProtocol

/// A daemon that says what its script says: it waits for as many lines as a step awaits, then writes.
final class ScriptedDaemon: Sendable {
    struct Step: Sendable {
        var awaits = 1
        var says: String
        /// Closes the connection and takes the next one.
        var hangsUp = false
    }

    static let hello = #"{"jsonrpc":"2.0","method":"hello","params":{"server":"wmsd","protocol":1,"head":9}}"#

    let path: String

    init(_ steps: [Step], hello: String = hello) throws {
        path = "/tmp/wms-scripted-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard status == 0, listen(listener, 4) == 0 else { throw Fault.cannotListen(errno) }
        Thread { [listener, path] in
            Self.run(steps, hello: hello, listener: listener)
            close(listener)
            unlink(path)
        }.start()
    }

    enum Fault: Error { case cannotListen(Int32) }

    /// A client that waits longer than this takes to answer on a busy machine.
    func client() throws -> LineClient { try LineClient(socket: path, timeoutMS: 60_000) }

    private static func run(_ steps: [Step], hello: String, listener: Int32) {
        var connection = accepted(listener)
        write(hello + "\n", to: connection)
        for step in steps {
            for _ in 0..<step.awaits { readLine(from: connection) }
            write(step.says, to: connection)
            if step.hangsUp {
                close(connection)
                connection = accepted(listener)
                write(hello + "\n", to: connection)
            }
        }
        // Half-closed by the client at the latest when it goes away.
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) > 0 {}
        close(connection)
    }

    /// The next connection. No program that another test starts keeps it open.
    private static func accepted(_ listener: Int32) -> Int32 {
        let connection = accept(listener, nil, nil)
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return connection
    }

    private static func write(_ text: String, to connection: Int32) {
        let bytes = Array(text.utf8)
        _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func readLine(from connection: Int32) {
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") {}
    }
}

/// A detached POSIX thread that runs one closure.
struct Thread {
    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let work: Work

    init(_ run: @escaping @Sendable () -> Void) { work = Work(run) }

    func start() {
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(work).toOpaque()
        let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
            if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }
        if pthread_create(&thread, nil, entry, argument) == 0 { pthread_detach(thread) }
    }
}
