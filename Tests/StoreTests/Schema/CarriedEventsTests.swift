import Domain
import JSON
import Testing

@testable import Store

/// Version 9 keeps events and answers another way: what was told and answered before is told and answered the same.
@Suite struct CarriedEventsTests {
    private let store: Store
    private var events: EventTable { store.events }
    private var commands: CommandTable { store.commands }

    private static let compressed: [UInt8] = [
        0x02, 0x20, 0x5C, 0xAD, 0x00, 0x00, 0x48, 0x32, 0x36, 0x32, 0x64, 0x6F, 0x6E, 0x65, 0x22, 0x7D, 0x03,
        0xFC, 0xB2, 0xC4, 0xE0, 0xBD, 0x2D, 0x49, 0x71, 0x23, 0x0C,
    ]
    private static let expanded =
        #"{"step":262,"expect":"none","say":"Nothing to do here","show":{},"choices":[],"beep":"done"}"#

    private static func sql(_ bytes: [UInt8]) -> String {
        let digits = bytes.map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }
        return "x'\(digits.joined())'"
    }

    /// The newest event and the newest answer were forgotten before.
    private static let history = """
        UPDATE run SET journal = '7f3c91d2';
        INSERT INTO run (id, journal, mark, started_at) VALUES (2, '7f3c91d2', '05', 1796059886000);
        INSERT INTO event (sequence, run, type, subject, warehouse, data, at)
        VALUES (5, 1, 'order.accepted', 'O-1', 'NY', '{"order_id":"O-1"}', 46),
            (6, 2, 'stock.changed', 'TEA', 'NY', '{"sku":"TEA","change":-1}', 1796059886455),
            (7, 2, 'order.accepted', 'O-2', 'LA', '{"order_id":"O-2"}', 1796059885999),
            (8, 2, 'order.accepted', 'O-3', 'NY', '{"order_id":"O-3"}', 1796059886456),
            (9, 2, 'tour.started', '4', 'NY', \(sql(compressed)), 1796059886457),
            (10, 2, 'tour.started', '5', 'NY', '{}', 1796059886458);
        DELETE FROM event WHERE sequence = 10;
        INSERT INTO command (id, uid, command_id, fingerprint, answer, at)
        VALUES (3, 1000, 'h07-1', x'F4C1DECD3A76FFC65D4D1A2A70C71C3B', '{"n":1}', 1796059886455),
            (4, 1000, 'h07-2', x'A98CC4E74AB1E3FD', '{"n":2}', 1796059886456),
            (5, 1001, 'h07-2', x'0000000000010000', '{"n":3}', 1796059886457),
            (6, -1, '01J8ZK3V9QWERTY0123456789A', x'FFFFFFFFFFFF0000', \(sql(compressed)), 1796059886458),
            (7, 1000, 'h07-3', x'00', '{}', 1796059886459);
        DELETE FROM command WHERE id = 7;
        """

    init() throws { store = try carriedStore(from: 8, holding: Self.history) }

    private static func told(
        _ sequence: Int, of run: String, _ type: String, _ subject: String, _ warehouse: String, _ time: String,
        _ data: String
    ) -> String {
        #"{"specversion":"1.0","id":"\#(run)/\#(sequence)","source":"wmsd/\#(warehouse)","type":"\#(type)","#
            + #""subject":"\#(subject)","time":"\#(time)","sequence":"\#(sequence)","data":\#(data)}"#
    }

    @Test func everyEventIsToldAsBefore() throws {
        let started = Instant(millisecondsSince1970: 1_796_059_886_000)
        func time(_ milliseconds: Int) -> String {
            "\(Instant(millisecondsSince1970: started.millisecondsSince1970 + milliseconds))"
        }
        let run = "7f3c91d2.05"
        #expect(
            try events.page(after: 0, limit: 9, rowsMax: 9).events.map(\.text) == [
                Self.told(
                    5, of: "7f3c91d2", "order.accepted", "O-1", "NY", "1970-01-01T00:00:00.046Z",
                    #"{"order_id":"O-1"}"#),
                Self.told(6, of: run, "stock.changed", "TEA", "NY", time(455), #"{"sku":"TEA","change":-1}"#),
                Self.told(7, of: run, "order.accepted", "O-2", "LA", time(-1), #"{"order_id":"O-2"}"#),
                Self.told(8, of: run, "order.accepted", "O-3", "NY", time(456), #"{"order_id":"O-3"}"#),
                Self.told(9, of: run, "tour.started", "4", "NY", time(457), Self.expanded),
            ])
        let accepted = try events.page(after: 0, types: ["order.accepted"], limit: 9, rowsMax: 9)
        #expect(accepted.events.map(\.sequence) == [5, 7, 8])
    }

    /// The number of an event that was forgotten is not given out again.
    @Test func theSequenceGoesOn() throws {
        #expect(try events.head() == 10)
        #expect(try events.first() == 5)
        let next = try events.append("order.accepted", of: "O-4", in: "NY", data: "{}", at: Sample.noon)
        #expect(next == 11)
        #expect(try store.number("SELECT count(*) FROM event_kind") == 4)
    }

    @Test func theOldestAreForgottenByTheirMoments() throws {
        let moment = Instant(millisecondsSince1970: 1_796_059_886_456)
        #expect(try events.forget(before: moment, upTo: 99, limit: 9) == 3)
        #expect(try events.first() == 8)
        let hour = 3_600
        #expect(try commands.forget(before: moment, limit: 9) == 0)
        #expect(try commands.forget(before: moment.adding(seconds: hour), limit: 3) == 3)
        #expect(try commands.isKnown("01J8ZK3V9QWERTY0123456789A", of: 1000))
    }

    /// Fingerprints of sixteen bytes and those folded into eight are of the same command, and found to be.
    @Test func aRepeatGetsItsOldAnswer() throws {
        let number = Int(Int64(bitPattern: 0xA98C_C4E7_4AB1_E3FD) >> 16)
        #expect(try commands.answer(to: "h07-1", of: 1000) == StoredAnswer(fingerprint: number, text: #"{"n":1}"#))
        #expect(try commands.answer(to: "h07-2", of: 1000) == StoredAnswer(fingerprint: number, text: #"{"n":2}"#))
        #expect(try commands.answer(to: "h07-2", of: 1001) == StoredAnswer(fingerprint: 1, text: #"{"n":3}"#))
        let anybodys = StoredAnswer(fingerprint: -1, text: Self.expanded)
        #expect(try commands.answer(to: "01J8ZK3V9QWERTY0123456789A", of: 77) == anybodys)
        #expect(try commands.answer(to: "h07-1", of: 1001) == nil)
        #expect(try commands.answer(to: "h07-3", of: 1000) == nil)
    }

    @Test func nothingOfTheOldTablesIsLeft() throws {
        let names = try store.db.all(text: "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'", []) {
            (columns) throws(Refusal) in try columns.text()
        }
        #expect(!names.contains("old_command") && !names.contains("command_key") && !names.contains("new_event"))
        #expect(names.contains("command_hash"))
    }
}
