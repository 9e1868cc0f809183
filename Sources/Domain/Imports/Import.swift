public import JSON

/// What an import's rows are.
public enum ImportedThing: String, CaseIterable, Sendable {
    case sku, box, tote, stock
}

/// Rows that are brought in together or not at all.
public struct Import: Sendable, Equatable {
    public let row: ImportRow
    public let kind: ImportedThing
    /// Params that all its rows share.
    public let common: JSONObject
    public let begunAt: Instant
    public let state: ImportState
    /// Rows that are staged.
    public let rows: Int
    /// Of these, the rows that have been dealt with.
    public let done: Int
    public let faults: [StagedFault]

    public init(
        row: ImportRow, kind: ImportedThing, common: JSONObject, begunAt: Instant, state: ImportState,
        rows: Int = 0,
        done: Int = 0, faults: [StagedFault] = []
    ) {
        self.row = row
        self.kind = kind
        self.common = common
        self.begunAt = begunAt
        self.state = state
        self.rows = rows
        self.done = done
        self.faults = faults
    }
}

/// A row of an import that waits for its commit.
public struct StagedRow: Sendable, Equatable {
    /// The line in the file that is imported.
    public let line: Int
    public let value: JSONValue

    public init(line: Int, value: JSONValue) {
        self.line = line
        self.value = value
    }
}

/// What is wrong with a row, as it is kept until all rows have been looked at.
public struct StagedFault: Sendable, Equatable {
    public let line: Int
    public let kind: ErrorKind
    public let message: String

    public init(line: Int, kind: ErrorKind, message: String) {
        self.line = line
        self.kind = kind
        self.message = message
    }
}
