public import Domain

extension ImportTable {
    private static let ended = EndedRows(
        of: "import", by: "begun_at", index: "import_ended", where: "step = \(sql: ImportStep.done)",
        unless: [rowsOfImport, StagedSKUTable.namingImport])

    /// Removes imports that were begun before a moment and of whose rows none is kept any more.
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
