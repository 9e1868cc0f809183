import Domain
import Testing

@testable import Store

/// The label jobs of the first version, in every state, carried to today.
@Suite struct CarriedLabelsTests {
    private let store: Store
    private var labels: LabelTable { store.labels }

    init() throws {
        store = try carriedStore(
            from: 1,
            holding: """
                INSERT INTO meta (name, value) VALUES ('journal', '7f3c91d2');
                INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, on_short,
                    accepted_at, stage) VALUES (3, '', 'O-1', 'NY', 1, '{}', 50, '', 'UPS', 'wait', 0, 'packing');
                INSERT INTO parcel (id, order_row, number, state, box, plan, expected_weight_g, weight_g, sscc)
                VALUES (8, 3, 1, 'closed', 'S', '[]', 900, 910, 'A'), (9, 3, 2, 'closed', 'S', '[]', 900, 910, 'B'),
                    (10, 3, 3, 'labelled', 'S', '[]', 900, 910, 'C'), (11, 3, 4, 'closed', 'S', '[]', 900, 910, 'D'),
                    (12, 3, 5, 'open', 'S', '[]', 900, NULL, NULL);
                INSERT INTO label_job (id, parcel, printer, template, data, copy, reason, state, outcome, queued_at, settled_at)
                VALUES (5, 8, 'dock', 'shipping', '{"sscc":"A","order_id":"O-1"}', 0, NULL, 'queued', NULL, 50, NULL),
                    (6, 9, 'dock', 'shipping', '{"sscc":"B"}', 0, NULL, 'spooled', NULL, 60, NULL),
                    (7, 10, 'office', 'shipping', '{"sscc":"C"}', 0, NULL, 'printed', NULL, 70, 75),
                    (8, 11, 'dock', 'shipping', '{"sscc":"D"}', 0, NULL, 'failed', 'no paper', 80, 85),
                    (9, 12, 'dock', 'shipping', '{"sscc":"E"}', 0, NULL, 'voided', 'torn', 90, 95),
                    (11, 10, 'dock', 'shipping', '{"sscc":"C"}', 1, 'smeared', 'queued', NULL, 110, NULL);
                INSERT INTO event (sequence, type, subject, body, at) VALUES (4, 'parcel.labelled', 'O-1',
                    '{"specversion":"1.0","id":"7f3c91d2/4","source":"wmsd/NY","type":"parcel.labelled","subject":"O-1","time":"1970-01-01T00:00:00.007Z","sequence":"4","data":{"order_id":"O-1","sscc":"C"}}', 7);
                """)
    }

    private func at(_ milliseconds: Int) -> Instant { Instant(millisecondsSince1970: milliseconds) }

    @Test func everyJobIsWhatItWas() throws {
        let jobs = try labels.labels(after: nil, limit: 99)
        #expect(jobs.map(\.row.number) == [5, 6, 7, 8, 9, 11])
        #expect(jobs.map(\.parcel.number) == [8, 9, 10, 11, 12, 10])
        #expect(jobs.map(\.state) == [.queued, .spooled, .printed, .failed, .voided, .queued])
        #expect(jobs.map(\.printer) == ["dock", "dock", "office", "dock", "dock", "dock"])
        #expect(jobs.map(\.outcome) == [nil, nil, nil, "no paper", "torn", nil])
        #expect(jobs.map(\.copy) == [0, 0, 0, 0, 0, 1])
        #expect(jobs.map(\.reason) == [nil, nil, nil, nil, nil, "smeared"])
        #expect(jobs.map(\.queuedAt) == [50, 60, 70, 80, 90, 110].map(at))
        #expect(jobs.map(\.endedAt) == [nil, nil, at(75), at(85), at(95), nil])
        #expect(jobs[0].data["order_id"] == "O-1" && jobs[0].template == "shipping")
    }

    /// The first version knew neither when a file came out, nor a number but that in the label's data.
    @Test func whatLaterVersionsAddIsFilledIn() throws {
        let jobs = try labels.labels(after: nil, limit: 99)
        #expect(jobs.map(\.sscc) == ["A", "B", "C", "D", "E", "C"])
        #expect(jobs.map(\.spooledAt) == [nil, at(60), at(70), at(80), at(90), nil])
        #expect(try labels.parcelOfVoided("E") == ParcelRow(12))
        #expect(try labels.lastCopy(of: "C") == 1)
        #expect(try labels.labels(of: ParcelRow(10), holding: "C").map(\.row.number) == [7, 11])
        #expect(try store.parcels.parcel(ParcelRow(10))?.labelledEvent == 4)
    }

    @Test func printersGoOn() throws {
        #expect(try labels.printersWithQueued() == ["dock"])
        #expect(try labels.queued(for: "dock", limit: 9).map(\.row.number) == [5, 11])
        #expect(try labels.spooled(for: "dock", limit: 9).map(\.row.number) == [6])
        // One that failed may have come out: nobody knows of it that it did not.
        #expect(try labels.unfinished(for: "dock", limit: 9).map(\.row.number) == [5, 6, 11])
        let first = try #require(try labels.label(LabelRow(5)))
        let spooled = try labels.move(first, to: .spooled, at: at(500))
        #expect(try labels.move(spooled, to: .printed, at: at(600)).endedAt == at(600))
        #expect(try labels.newest() == LabelRow(11))
        let copy = try labels.insert(Sample.label(ParcelRow(8), sscc: "A", copy: 1), at: at(700))
        #expect(copy.row == LabelRow(12))
    }
}
