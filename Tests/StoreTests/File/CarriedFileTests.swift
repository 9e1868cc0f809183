import Domain
import Foundation
import Testing

@testable import Store

/// Files of every release on disk, opened by today's program.
@Suite struct CarriedFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "store-\(UUID().uuidString)")
    private var path: String { folder.appendingPathComponent("site.db").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func removeFolder() { try? FileManager.default.removeItem(at: folder) }

    /// The order that waits in ``CarriedWorkTests/day``, as the releases with an archive kept it.
    private static let waiting = """
        INSERT INTO meta (name, value) VALUES ('journal', '7f3c91d2'), ('sscc', 41);
        UPDATE run SET journal = '7f3c91d2';
        INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation,
            shelf_life_days, units, packing)
        VALUES ('', 'TEA', 'Tea', 120, 80, 60, 250, 'ambient', '', 'lot', 'FEFO', 90, '[]', '{}');
        INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, on_short,
            accepted_at, stage)
        VALUES (8, '', 'O-2', 'NY', 1, '{"order_id":"O-2"}', 40, 'STANDARD', '', 'ship', 41, 'accepted');
        INSERT INTO line (order_row, line, position, client, sku, quantity, lot, promised)
        VALUES (8, '1', 0, '', 'TEA', 2, '', 2);
        """

    /// What was written beside its lines and itself, in versions 7 to 9.
    private static let sums7 = """
        INSERT INTO promise (warehouse, client, sku, quantity) VALUES ('NY', '', 'TEA', 2);
        INSERT INTO stage_count (stage, n) VALUES ('accepted', 1);
        """

    /// What its line has of it, from version 8 on; its id in versions 8 and 9 alone.
    private static let line8 = "UPDATE line SET (warehouse, rank) = ('NY', 609000000000000000);"
    private static let idOfLine8 = "UPDATE line SET order_id = 'O-2';"

    /// What it left in the history, in versions 7 and 8.
    private static let history7 = """
        INSERT INTO event (sequence, run, type, subject, warehouse, data, at)
        VALUES (1, 1, 'order.accepted', 'O-2', 'NY', '{"order_id":"O-2"}', 46);
        INSERT INTO command (uid, command_id, fingerprint, answer, at) VALUES (1000, 'c-1', x'01', '{"n":1}', 48);
        """

    private static let history9 = """
        INSERT INTO event_kind (number, type, warehouse) VALUES (1, 'order.accepted', 'NY');
        INSERT INTO event (sequence, kind, run, after_ms, data) VALUES (1, 1, 1, 46, '{"order_id":"O-2"}');
        UPDATE meta SET value = 0 WHERE name = 'command_key';
        INSERT INTO command (hash, uid, command_id, fingerprint, hour, answer)
        VALUES (\(CommandHash(key: 0).number(of: "c-1")), 1000, 'c-1', 1, 0, '{"n":1}');
        """

    private static func content(of version: Int) -> String {
        if version < Schema.versionWithRuns { return CarriedWorkTests.day }
        var parts = [waiting, version < 9 ? history7 : history9]
        if version < 10 { parts.append(sums7) }
        if version >= 8 { parts.append(line8) }
        if version == 8 || version == 9 { parts.append(idOfLine8) }
        return parts.joined(separator: "\n")
    }

    @Test("A file is brought up to date once, and all of it is there", arguments: 1...Schema.current)
    func aFileOfEveryRelease(version: Int) throws {
        defer { removeFolder() }
        try writeFile(version: version, holding: Self.content(of: version), path: path)
        #expect(FileHeader(path: path)?.userVersion == version)
        for opening in 0..<2 {
            let file = try DatabaseFile(path: path, newJournal: "00000000")
            #expect(try file.connection.number(ofPragma: "user_version") == Schema.current)
            #expect(try file.connection.pragma("integrity_check") == "ok")
            let store = try Store(file.connection)
            let order = try #require(try store.orders.order("O-2", of: ""))
            #expect(order.row == OrderRow(8) && order.stage == .accepted && order.onShort == .ship)
            #expect(try store.orders.lines(of: order.row).map(\.promised) == [2])
            #expect(try store.orders.counts()[.accepted] == 1)
            #expect(try store.promises.quantity(of: "TEA", "", in: "NY") == 2)
            #expect(try store.meta.journal() == "7f3c91d2")
            let events = try store.events.page(after: 0, limit: 9, rowsMax: 9).events
            #expect(events.map { $0.text.contains(#""id":"7f3c91d2/1""#) } == [true])
            #expect(try store.commands.answer(to: "c-1", of: 1000)?.text == #"{"n":1}"#)
            let serial = try store.db.transaction { () throws(Refusal) in try store.meta.nextSSCCSerial() }
            #expect(serial == 42 + opening)
            try file.checkpoint()
        }
        #expect(FileHeader(path: path)?.userVersion == Schema.current)
    }

    @Test func aFileThatCannotBeCarriedStaysAsItIs() throws {
        defer { removeFolder() }
        // A later release makes a table of this name.
        let obstacle = "CREATE TABLE archived_order (id INTEGER PRIMARY KEY);"
        try writeFile(version: 6, holding: CarriedWorkTests.day + obstacle, path: path)
        #expect(throws: StoreError.self) { try DatabaseFile(path: path, newJournal: "00000000") }
        #expect(FileHeader(path: path)?.userVersion == 6)
        let before = try openFile(version: 0, path: path)
        let plans = SQL(
            "SELECT count(*) FROM parcel WHERE plan <> '[]'", mayScan: "a test looks at the table itself")
        #expect(try before.int(plans) == 1)
    }

    @Test func aFileOfALaterReleaseIsRefusedAndLeftAlone() throws {
        defer { removeFolder() }
        try writeFile(version: Schema.current, holding: Self.waiting, path: path)
        let later = try openFile(version: 0, path: path)
        try later.execute(script: "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: StoreError.newerFile(path: path, version: 99, known: Schema.current)) {
            try DatabaseFile(path: path, newJournal: "00000000")
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
}
