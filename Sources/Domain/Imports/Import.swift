public import JSON

/// What an import's rows are.
public enum ImportedThing: String, CaseIterable, Sendable {
    case sku, box, tote, stock
}

/// How far the work on an import's rows has come. Each step is done in slices, so that nobody waits for it.
public enum ImportStep: String, CaseIterable, Sendable {
    /// Rows are uploaded. Once they are committed, rows that were given again replace the earlier ones.
    case replacing
    /// Rows that are kept as they were given are checked.
    case checking
    /// Rows of SKUs that were understood when they were brought are checked against the SKUs that there are.
    case checkingSKUs = "checking_skus"
    /// All rows are sound, and are booked.
    case booking
    /// All rows count, and SKUs go from the import's table to the others.
    case moving
    /// Nothing of the import's rows is kept.
    case done
}

/// Rows that are brought in together or not at all.
public struct Import: Sendable, Equatable {
    public let row: ImportRow
    public let kind: ImportedThing
    /// Params that all its rows share.
    public let common: JSONObject
    public let begunAt: Instant
    public let state: ImportState
    public var step: ImportStep
    /// Rows that were brought.
    public var rows: Int
    /// Of these, the rows that the present step has dealt with.
    public var done: Int
    /// The last line that was brought.
    public var lastLine: Int
    /// How far a step has come that reads rows and leaves them where they are.
    public var reachedLine: Int
    public var reachedSKU: SKUKey
    public var faults: [StagedFault]

    public init(
        row: ImportRow, kind: ImportedThing, common: JSONObject, begunAt: Instant, state: ImportState,
        step: ImportStep = .replacing, rows: Int = 0, done: Int = 0, lastLine: Int = 0, reachedLine: Int = 0,
        reachedSKU: SKUKey = .first, faults: [StagedFault] = []
    ) {
        self.row = row
        self.kind = kind
        self.common = common
        self.begunAt = begunAt
        self.state = state
        self.step = step
        self.rows = rows
        self.done = done
        self.lastLine = lastLine
        self.reachedLine = reachedLine
        self.reachedSKU = reachedSKU
        self.faults = faults
    }

    /// Goes on to another step, from its beginning.
    public mutating func begin(_ step: ImportStep) {
        self.step = step
        (done, reachedLine, reachedSKU) = (0, 0, .first)
    }
}

/// A row of an import that waits for its commit as it was given.
public struct StagedRow: Sendable, Equatable {
    /// The line in the file that is imported.
    public let line: Int
    public let value: JSONValue

    public init(line: Int, value: JSONValue) {
        self.line = line
        self.value = value
    }
}

/// What is wrong with a row, as it is kept until all rows have been checked.
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
