public import Domain

extension TourTable {
    private static let ended = EndedRows(
        of: "tour", by: "finished_at", index: "tour_ended", where: "finished_at IS NOT NULL",
        unless: [PickTable.namingTour, TaskTable.namingTour, ToteTable.namingTour, SessionTable.atItsTour])

    /// Removes tours that were finished or cancelled before a moment, and of which every pick and task has gone.
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
