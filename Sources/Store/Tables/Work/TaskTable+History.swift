public import Domain

extension TaskTable {
    private static let ended = EndedRows(
        of: "task", by: "ended_at", index: "task_ended", where: "ended_at IS NOT NULL AND order_row IS NULL",
        unless: [TourTable.unfinishedOfTask])

    /// Removes tasks that were done or cancelled before a moment: those of no order, since an order takes its own along
    /// into the archive. What was done on a walk that is not over stays, because the walk counts it.
    ///
    /// - Parameters:
    ///   - key: where the slice before this one ended; nil to begin with the oldest.
    ///   - limit: how many are checked.
    public func removeEnded(
        before moment: Instant, after key: EndedKey? = nil, limit: Int
    ) throws(Refusal) -> EndedSlice {
        try Self.ended.remove(endedBefore: moment, after: key, limit: limit, on: db)
    }
}
