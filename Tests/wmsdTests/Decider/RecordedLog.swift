import Logging
import Synchronization

/// What was logged, for tests.
final class RecordedLog: Sendable {
    private let recorded = Mutex<[LogEvent]>([])

    var events: [LogEvent] { recorded.withLock { $0 } }

    var logger: Logger { Logger(label: "test") { _ in Handler(log: self) } }

    private func append(_ event: LogEvent) { recorded.withLock { $0.append(event) } }

    private struct Handler: LogHandler {
        let log: RecordedLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(log: RecordedLog) { self.log = log }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { log.append(event) }
    }
}

extension LogEvent {
    /// The text of one member of the metadata; nil where there is none.
    func member(_ name: String) -> String? { metadata?[name].map { "\($0)" } }
}
