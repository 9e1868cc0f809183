import Glibc
import Logging

/// Writes one line a message to standard error: `info listening socket=/run/wmsd/wmsd.sock`.
///
/// Where standard error is systemd's journal, the line begins with the priority that the journal reads.
struct JournalLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let isJournal: Bool

    init(environment: [String: String]) { isJournal = environment["JOURNAL_STREAM"] != nil }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let pairs = all.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.shown("\($0.value)"))" }.joined()
        let start = isJournal ? "<\(Self.priority(event.level))>" : "\(event.level) "
        let line = Array("\(start)\(Self.oneLine("\(event.message)"))\(pairs)\n".utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }

    private static func shown(_ value: String) -> String {
        value.contains(" ") || value.isEmpty ? "\"\(oneLine(value))\"" : oneLine(value)
    }

    private static func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    /// syslog(3)'s numbers.
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
