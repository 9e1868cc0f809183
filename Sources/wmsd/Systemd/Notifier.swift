import Glibc
import Logging
import ServiceLifecycle

/// Tells systemd how the daemon is, after sd_notify(3): one datagram a message to `$NOTIFY_SOCKET`.
struct Notifier: Sendable {
    private let socketPath: String?

    init(environment: [String: String]) { socketPath = environment["NOTIFY_SOCKET"] }

    func tell(_ state: String) {
        guard let socketPath else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        // systemd asks again by killing a silent service; a lost datagram needs no other answer.
        _ = withUnixAddress(socketPath) {
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1)
        }
    }
}

/// Says `WATCHDOG=1` for as long as the decider gets its turns: a timer of its own would prove nothing.
struct Watchdog: Service {
    let notifier: Notifier
    let decider: Decider
    /// Nil where systemd does not watch.
    let interval: Duration?

    init(_ notifier: Notifier, watching decider: Decider, environment: [String: String]) {
        self.notifier = notifier
        self.decider = decider
        let microseconds = environment["WATCHDOG_USEC"].flatMap { Int64($0) }
        interval = microseconds.map { .microseconds($0 / 2) }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while let interval, (try? await Task.sleep(for: interval)) != nil {
                decider.look { _, _ in notifier.tell("WATCHDOG=1") }
            }
            if interval == nil { try? await gracefulShutdown() }
        }
        notifier.tell("STOPPING=1")
    }
}
