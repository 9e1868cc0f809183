import Domain
import Testing

@testable import Store

@Suite struct LabelTableTests {
    private let store: Store
    private var labels: LabelTable { store.labels }

    init() throws { store = try openStore() }

    private func queue(
        _ parcel: Int = 1, printer: PrinterName = "dock", sscc: String? = "106141411234567897", copy: Int = 0
    ) throws -> LabelJob {
        try labels.insert(
            Sample.label(ParcelRow(parcel), printer: printer, sscc: sscc, copy: copy), at: Sample.noon)
    }

    @Test func goesItsWayToPaper() throws {
        var job = try queue()
        #expect(job.state == .queued && job.data == ["order_id": "O-1"] && !job.wasSpooled)
        #expect(try labels.label(job.row) == job)
        job = try labels.move(job, to: .spooled, at: Sample.noon)
        #expect(job.wasSpooled)
        job = try labels.move(job, to: .queued, at: Sample.noon)
        #expect(!job.wasSpooled)
        job = try labels.move(job, to: .spooled, at: Sample.noon)
        job = try labels.move(job, to: .failed, reason: "no paper", at: Sample.noon)
        #expect(job.outcome == "no paper" && job.endedAt == Sample.noon)
        #expect(try labels.label(job.row) == job)
    }

    @Test func noStepIsTakenThatTheTableOfStatesLacks() throws {
        let job = try labels.move(try queue(), to: .printed, at: Sample.noon)
        for state in LabelState.allCases where !LabelState.printed.mayBecome(state) {
            #expect(throws: Refusal.self) { try labels.move(job, to: state, at: Sample.noon) }
        }
        #expect(throws: Refusal.self) { try labels.readdress(job, to: "office") }
    }

    @Test func goesToAnotherPrinterWithItsPlace() throws {
        let job = try labels.move(try queue(), to: .failed, reason: "not drawn", at: Sample.noon)
        let moved = try labels.readdress(job, to: "office")
        #expect(
            moved.printer == "office" && moved.state == .queued && moved.row == job.row
                && moved.outcome == nil)
        #expect(try labels.readdress(moved, to: "dock").printer == "dock")
    }

    @Test func isFoundByWhatIsOnIt() throws {
        let first = try queue()
        let copy = try queue(copy: 1)
        _ = try queue(2, sscc: "206141411234567894")
        let voided = try labels.move(first, to: .voided, reason: "torn", at: Sample.noon)
        #expect(try labels.labels(of: ParcelRow(1)) == [voided, copy])
        #expect(try labels.labels(of: ParcelRow(1), holding: "106141411234567897") == [copy])
        #expect(try labels.lastCopy(of: "106141411234567897") == 1)
        #expect(try labels.lastCopy(of: "306141411234567891") == nil)
        #expect(try labels.parcelOfVoided("106141411234567897") == ParcelRow(1))
        #expect(try labels.parcelOfVoided("206141411234567894") == nil)
        #expect(try labels.newest() == LabelRow(3))
        #expect(try labels.labels(numbered: [LabelRow(3), LabelRow(9)]).map(\.row) == [LabelRow(3)])
        #expect(try labels.labels(after: first.row, limit: 1) == [copy])
        try labels.removeArchived(ParcelRow(1))
        #expect(try labels.labels(of: ParcelRow(1)).isEmpty)
    }

    @Test func listsHonourEveryFilter() throws {
        for parcel in 1...2 {
            for printer in ["dock", "office"] {
                _ = try queue(parcel, printer: PrinterName(printer))
                try labels.move(
                    try queue(parcel, printer: PrinterName(printer)), to: .printed, at: Sample.noon)
            }
        }
        let all = try labels.labels(after: nil, limit: 100)
        #expect(all.count == 8)
        for bits in 0..<8 {
            let filter = LabelTable.Filter(
                parcel: bits & 1 > 0 ? ParcelRow(2) : nil, printer: bits & 2 > 0 ? "office" : nil,
                state: bits & 4 > 0 ? .printed : nil)
            let wanted = all.filter { job in
                filter.parcel.map { $0 == job.parcel } ?? true
                    && filter.printer.map { $0 == job.printer } ?? true
                    && filter.state.map { $0 == job.state } ?? true
            }
            #expect(try labels.list(filter, after: nil, limit: 100) == wanted)
            #expect(
                try labels.list(filter, after: wanted.first?.row, limit: 0)
                    == Array(wanted.dropFirst().prefix(1)))
        }
    }
}
