import Domain

extension Transaction {
    /// The job that a caller names.
    func label(_ row: LabelRow) throws(Refusal) -> LabelJob {
        guard let job = try store.labels.label(row) else { throw .unknownLabel(row.number) }
        return job
    }

    /// Whether a job's label may be on paper, or come onto it.
    func mayBePrinted(_ job: LabelJob) -> Bool { job.wasSpooled || unreachableLabels.contains(job.row) }

    /// The parcel that a caller names, by itself or by one of its label jobs.
    func labelledParcel(_ code: String?, job: LabelRow?) throws(Refusal) -> Parcel {
        guard let job else { return try parcel(code: code ?? "") }
        let label = try label(job)
        guard label.state != .voided else {
            throw .notAllowed(in: label.state, of: job.description)
        }
        return try parcel(label.parcel)
    }

    /// Refuses a printer that neither the settings nor a station names: a typing error must not make a folder that no
    /// feeder reads.
    func checkPrinter(_ name: PrinterName) throws(Refusal) {
        let known = try knownPrinters()
        guard known.contains(name) else { throw .unknownPrinter(name.text, known: known.map(\.text)) }
    }

    /// The printers that labels may be sent to, by name: those of the settings, and those that stations name.
    private func knownPrinters() throws(Refusal) -> [PrinterName] {
        var names = settings.printers + [settings.defaultPrinter]
        for warehouse in try warehouses() {
            names += try floor(warehouse).layout.stations.compactMap(\.printer)
        }
        return Set(names.map { PrinterName($0) }).sorted()
    }
}
