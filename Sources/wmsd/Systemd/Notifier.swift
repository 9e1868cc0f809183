import Glibc
import Logging
import ServiceLifecycle

/// Notifies systemd of the daemon's state, after sd_notify(3): one datagram a message to `$NOTIFY_SOCKET`.
struct Notifier: Sendable {
    private let socketPath: String?

    init(environment: [String: String]) { socketPath = environment["NOTIFY_SOCKET"] }

    func notify(_ state: String) {
        guard let socketPath else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(state.utf8)
        // A datagram that is lost is not sent again: systemd restarts a service that stays silent.
        _ = withUnixAddress(socketPath) {
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1)
        }
    }
}

/// Sends `WATCHDOG=1` each time the decider has answered a read: a timer alone would prove nothing.
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
                decider.read { _, _ in notifier.notify("WATCHDOG=1") }
            }
            if interval == nil { try? await gracefulShutdown() }
        }
        notifier.notify("STOPPING=1")
    }
}
