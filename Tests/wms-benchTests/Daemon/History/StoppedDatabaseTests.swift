import Common
import Foundation
import Testing

@testable import wms_bench

struct StoppedDatabaseTests {
    private let file: StoppedDatabase

    init() throws {
        let path = NSTemporaryDirectory() + "/wms-bench-\(UUID().uuidString).sqlite"
        try Data().write(to: URL(fileURLWithPath: path))
        file = try StoppedDatabase(path: path)
        // The file goes with the last who has it open.
        try FileManager.default.removeItem(atPath: path)
    }

    @Test func `copies follow the highest number without a gap, and so do copies of what names them`() throws
    {
        try file.execute(
            """
            CREATE TABLE walk (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, earlier INTEGER) STRICT;
            INSERT INTO walk (id, name, earlier)
            VALUES (1, 'old', NULL), (2, 'a', 1), (3, 'b', 2), (4, 'new', 3);
            """)
        let range = RowRange(after: 1, last: 3, highest: 4)
        try file.copy(
            "walk", where: range.contains("id"), by: "id",
            changing: [
                "id": range.copied("id"), "name": "name || ?1", "earlier": range.copiedIfPlayed("earlier"),
            ], times: 3)
        let rows = try file.texts(
            "SELECT id || ' ' || name || ' ' || coalesce(earlier, '') FROM walk WHERE id > 4 ORDER BY id")
        #expect(rows == ["5 a1 1", "6 b1 5", "7 a2 1", "8 b2 7", "9 a3 1", "10 b3 9"])
        #expect(range.highest(afterCopies: 3) == 10)
        #expect(try file.number("SELECT seq FROM sqlite_sequence WHERE name = 'walk'") == 10)
    }

    @Test func `numbers on parcels end with the digit that checks them`() throws {
        for key in [10_614_141_000_000_001, 614_141_999_999_999, 99_999_999_999_999_999] {
            let digits = key.zeroPadded(to: 17)
            let check = try #require(CheckDigit.following(digits))
            let text = digits + String(check)
            #expect(try file.texts("SELECT \(SSCCInSQL.text(ofKey: String(key)))") == [text])
            #expect(try file.number("SELECT \(SSCCInSQL.key(of: "'\(text)'"))") == key)
        }
    }

    @Test func `names of copies are as long as those of played orders at least, and no others`() throws {
        try file.execute(
            "CREATE TABLE names (order_id TEXT NOT NULL UNIQUE); INSERT INTO names VALUES ('ORD-00000012')")
        try file.copy(
            "names", where: "true", by: "order_id", changing: ["order_id": ClosedOrderCopies.name("H")],
            times: 12)
        #expect(try file.number("SELECT count(*) FROM names") == 13)
        #expect(try file.texts("SELECT order_id FROM names WHERE rowid = 13") == ["H12-00000012"])
    }

    @Test func `a statement that fails is told with its reason`() {
        #expect(throws: WireFault.self) { try file.execute("INSERT INTO nothing VALUES (1)") }
    }

    @Test(arguments: [(0, 10, 0), (10, 5, 0), (10, 10, 0), (10, 11, 1), (10, 100, 9), (7, 100, 14)])
    func `there are copies until there are as many as are wanted`(played: Int, wanted: Int, copies: Int) {
        #expect(PlayedHistory.copies(of: played, for: wanted) == copies)
    }
}
