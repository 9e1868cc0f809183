public import Domain

extension SessionTable {
    private static let ended = EndedRows(
        of: "session", by: "ended_at", index: "session_ended", where: "ended_at IS NOT NULL",
        unless: [TourTable.namingSession, TaskTable.namingSession])

    /// Removes sessions that ended before a moment, once the tours and tasks that they were at have gone.
    ///
    /// - Parameters:
    ///   - key: where the slice before this one ended; nil to begin with the oldest.
    ///   - limit: how many are checked.
    public func removeEnded(
        before moment: Instant, after key: EndedKey? = nil, limit: Int
    ) throws(Refusal) -> EndedSlice {
        let slice = try Self.ended.remove(endedBefore: moment, after: key, limit: limit, on: db)
        if slice.removed > 0 { kept.forgetAll() }
        return slice
    }
}
