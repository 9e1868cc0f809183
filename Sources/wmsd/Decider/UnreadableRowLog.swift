import Logging
import NIOCore

/// Names the rows of the database that cannot be understood in the log.
///
/// However often they are asked for, each is named at most once a second, and at most ten of them are: how many
/// refusals were passed over stands beside the row that is named next. Used on the decider's thread.
final class UnreadableRowLog {
    private static let interval = TimeAmount.seconds(1)
    /// Rows that are named within one interval.
    private static let rowsMax = 10

    private let logger: Logger
    private let clock: () -> NIODeadline
    private var intervalEnd: NIODeadline
    /// Those that were named in this interval.
    private var named: Set<String> = []
    private var passedOver = 0

    init(_ logger: Logger, clock: @escaping () -> NIODeadline = NIODeadline.now) {
        self.logger = logger
        self.clock = clock
        intervalEnd = clock()
    }

    /// Something was refused because of a row.
    ///
    /// - Parameter row: which it is, and what stands there.
    func note(_ row: String) {
        let now = clock()
        if now >= intervalEnd {
            named.removeAll()
            intervalEnd = now + Self.interval
        }
        guard named.count < Self.rowsMax, named.insert(row).inserted else {
            passedOver += 1
            return
        }
        var metadata: Logger.Metadata = ["row": "\(row)"]
        if passedOver > 0 { metadata["refused_before"] = "\(passedOver)" }
        logger.error("refused: a row of the database cannot be understood", metadata: metadata)
        passedOver = 0
    }
}
