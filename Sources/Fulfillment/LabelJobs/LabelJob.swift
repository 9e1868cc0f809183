public import Domain
import GRDB
public import JSON

/// One label for one printer, as the spool writes it.
public struct LabelJob: Sendable, Equatable {
    public let number: Int
    public let printer: String
    /// The template's name, without its ending.
    public let template: String
    /// What the template is filled with.
    public let data: JSONValue
    /// 0 for the first print; a reprint counts up.
    public let copy: Int
    /// The SSCC of the parcel: part of the file's name.
    public let key: String
    let parcel: ParcelRow
    public let state: LabelState
    /// Whether its file has come out into the spool, so that it may be on paper.
    let hasComeOut: Bool

    init(_ row: Row) throws(Refusal) {
        number = row["id"]
        printer = row["printer"]
        template = row["template"]
        data = .object(try row.object("data"))
        copy = row["copy"]
        key = row["sscc"] ?? String(number)
        parcel = row["parcel"]
        state = try row.word("state")
        hasComeOut = row["spooled_at"] as Int? != nil
    }
}

extension Transaction {
    /// Whether a job's label may be on paper, or come onto it.
    func mayBeOut(_ job: LabelJob) -> Bool { job.hasComeOut || unseenLabels.contains(job.number) }

    /// The job that a caller names.
    func label(named job: LabelRow) throws(Refusal) -> LabelJob {
        guard let found = try label(job.number) else { throw .unknownLabel(job.number) }
        return found
    }

    func label(_ number: Int) throws(Refusal) -> LabelJob? {
        try row("SELECT * FROM label_job WHERE id = ?", [number]).map(LabelJob.init)
    }

    /// The parcel that a caller names, by itself or by one of its label jobs.
    func labelledParcel(_ code: String?, job: LabelRow?) throws(Refusal) -> Parcel {
        guard let job else { return try parcel(code: code ?? "") }
        let label = try label(named: job)
        guard label.state != .voided else {
            throw .wrongState(thing: "label \(job)", state: "voided", wanted: "one that holds")
        }
        return try parcel(label.parcel)
    }

    /// The printers that labels may be sent to: those of the settings, and those that stations name.
    func knownPrinters() throws(Refusal) -> [String] {
        var names = settings.printers + [settings.defaultPrinter]
        for row in try rows("SELECT warehouse FROM warehouse ORDER BY warehouse") {
            names += try floor(row["warehouse"]).layout.stations.compactMap(\.printer)
        }
        return Array(Set(names)).sorted()
    }

    /// A printer that a caller names: a slip of the pen must not make a folder that nobody feeds.
    func printer(_ name: PrinterName) throws(Refusal) -> String {
        let known = try knownPrinters()
        guard known.contains(name.text) else { throw .unknownPrinter(name.text, known: known) }
        return name.text
    }
}
