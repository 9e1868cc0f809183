import Domain
import Testing

@testable import Store

@Suite struct LabelTablePrinterTests {
    private let store: Store
    private var labels: LabelTable { store.labels }

    init() throws { store = try openStore() }

    private func queue(_ parcel: Int, at printer: PrinterName) throws -> LabelJob {
        try labels.insert(
            Sample.label(ParcelRow(parcel), printer: printer), at: Sample.noon.adding(seconds: parcel))
    }

    @Test func jobsWaitForTheirPrinter() throws {
        let first = try queue(1, at: "dock")
        let second = try queue(2, at: "dock")
        let other = try queue(3, at: "office")
        let spooled = try labels.move(first, to: .spooled, at: Sample.noon)
        try labels.move(try queue(4, at: "gone"), to: .printed, at: Sample.noon)
        #expect(try labels.queued(for: "dock", limit: 9) == [second])
        #expect(try labels.queued(for: "dock", after: second.row, limit: 9).isEmpty)
        #expect(try labels.spooled(for: "dock", limit: 9) == [spooled])
        #expect(try labels.printersWithQueued() == ["dock", "office"])
        #expect(try labels.printersWithSpooled() == ["dock"])
        #expect(
            try labels.queues() == [
                PrinterQueue(
                    printer: "dock", queued: 1, spooled: 1, oldest: first.row, waitsSince: first.queuedAt),
                PrinterQueue(
                    printer: "office", queued: 1, spooled: 0, oldest: other.row, waitsSince: other.queuedAt),
            ])
    }

    @Test func oneThatFailedBeforeItCameOutIsUnfinished() throws {
        let undrawn = try labels.move(try queue(1, at: "dock"), to: .failed, reason: "x", at: Sample.noon)
        let replaced = try labels.move(try queue(2, at: "dock"), to: .failed, reason: "x", at: Sample.noon)
        let copy = try labels.move(try queue(2, at: "dock"), to: .spooled, at: Sample.noon)
        let outBefore = try labels.move(try queue(3, at: "dock"), to: .spooled, at: Sample.noon)
        try labels.move(outBefore, to: .failed, reason: "x", at: Sample.noon)
        let waiting = try queue(4, at: "dock")
        #expect(try labels.unfinished(for: "dock", limit: 9) == [undrawn, copy, waiting])
        #expect(try labels.unfinished(for: "dock", limit: 1) == [undrawn])
        #expect(replaced.state == .failed)
    }
}
