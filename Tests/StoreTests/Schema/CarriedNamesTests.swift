import Domain
import Testing

@testable import Store

/// Version 9: a table that nothing read is gone, and a label's end has the name that other ends have.
@Suite struct CarriedNamesTests {
    private let store: Store

    init() throws {
        store = try carriedStore(
            from: 8,
            holding: """
                INSERT INTO client (client, name) VALUES ('ACME', 'Acme');
                INSERT INTO label_job (id, parcel, printer, template, data, sscc, copy, state, outcome, queued_at,
                    spooled_at, settled_at)
                VALUES (5, 8, 'dock', 'shipping', '{}', 'A', 0, 'queued', NULL, 50, NULL, NULL),
                    (6, 9, 'dock', 'shipping', '{}', 'B', 0, 'printed', NULL, 60, 65, 70);
                """)
    }

    private func columns(of table: String) throws -> [String] {
        try store.db.all(text: "SELECT name FROM pragma_table_info('\(table)')", []) {
            (columns) throws(Refusal) in try columns.text()
        }
    }

    @Test func theTableOfClientsIsGone() throws { #expect(try columns(of: "client") == []) }

    @Test func labelsKeepTheirEnd() throws {
        let columns = try columns(of: "label_job")
        #expect(columns.contains("ended_at") && !columns.contains("settled_at"))
        let jobs = try store.labels.labels(after: nil, limit: 9)
        #expect(jobs.map(\.state) == [.queued, .printed])
        #expect(jobs.map(\.endedAt) == [nil, Instant(millisecondsSince1970: 70)])
        let spooled = try store.labels.move(jobs[0], to: .spooled, at: Instant(millisecondsSince1970: 80))
        let printed = try store.labels.move(spooled, to: .printed, at: Instant(millisecondsSince1970: 90))
        #expect(printed.endedAt == Instant(millisecondsSince1970: 90))
    }
}
