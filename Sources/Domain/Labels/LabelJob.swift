public import JSON

/// One label for one printer.
public struct LabelJob: Sendable, Equatable {
    public let row: LabelRow
    public let parcel: ParcelRow
    public let printer: PrinterName
    /// The template's name, without its ending.
    public let template: String
    /// What the template is filled with.
    public let data: JSONValue
    /// The parcel's SSCC on it, which stays here when a void removes it from the parcel.
    public let sscc: String?
    /// 0 for the first print; a reprint counts up.
    public let copy: Int
    /// Why it is printed again.
    public let reason: String?
    public let state: LabelState
    /// Why it failed or was voided.
    public let outcome: String?
    public let queuedAt: Instant
    /// When its file was written to the spool.
    public let spooledAt: Instant?
    /// When it was printed, failed or was voided.
    public let endedAt: Instant?

    public init(
        row: LabelRow, parcel: ParcelRow, printer: PrinterName, template: String, data: JSONValue,
        sscc: String?,
        copy: Int, reason: String? = nil, state: LabelState, outcome: String? = nil, queuedAt: Instant,
        spooledAt: Instant? = nil, endedAt: Instant? = nil
    ) {
        self.row = row
        self.parcel = parcel
        self.printer = printer
        self.template = template
        self.data = data
        self.sscc = sscc
        self.copy = copy
        self.reason = reason
        self.state = state
        self.outcome = outcome
        self.queuedAt = queuedAt
        self.spooledAt = spooledAt
        self.endedAt = endedAt
    }

    /// Part of its file's name.
    public var key: String { sscc ?? row.description }

    /// Whether its file was written to the spool, so that it may be on paper.
    public var wasSpooled: Bool { spooledAt != nil }
}

/// A label that is to be printed.
public struct NewLabelJob: Sendable, Equatable {
    public var parcel: ParcelRow
    public var printer: PrinterName
    public var template: String
    public var data: JSONValue
    public var sscc: String?
    public var copy: Int
    public var reason: String?

    public init(
        parcel: ParcelRow, printer: PrinterName, template: String, data: JSONValue, sscc: String?,
        copy: Int = 0,
        reason: String? = nil
    ) {
        self.parcel = parcel
        self.printer = printer
        self.template = template
        self.data = data
        self.sscc = sscc
        self.copy = copy
        self.reason = reason
    }
}

/// The labels that wait at one printer.
public struct PrinterQueue: Sendable, Equatable {
    public let printer: PrinterName
    /// Wait to be written.
    public let queued: Int
    /// Lie in its folder, or with its feeder.
    public let spooled: Int
    public let oldest: LabelRow
    public let waitsSince: Instant

    public init(printer: PrinterName, queued: Int, spooled: Int, oldest: LabelRow, waitsSince: Instant) {
        self.printer = printer
        self.queued = queued
        self.spooled = spooled
        self.oldest = oldest
        self.waitsSince = waitsSince
    }
}
