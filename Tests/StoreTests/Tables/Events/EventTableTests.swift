import Domain
import JSON
import Testing

@testable import Store

@Suite struct EventTableTests {
    private let store: Store
    private var events: EventTable { store.events }

    init() throws { store = try openStore() }

    private func append(_ type: String, data: String = "{}", at now: Instant = Sample.noon) throws -> Int {
        try events.append(type, of: "O-1", in: "NY", data: data, at: now)
    }

    @Test func isToldAsACloudEvent() throws {
        try events.beginRun(journal: "7f3c91d2", mark: "05", at: Sample.noon)
        #expect(
            try events.append("order.held", of: "O \"1\"", in: "NY", data: #"{"n":1}"#, at: Sample.noon) == 1)
        let page = try events.page(after: 0, limit: 9, rowsMax: 9)
        let text =
            #"{"specversion":"1.0","id":"7f3c91d2.05/1","source":"wmsd/NY","type":"order.held","subject":"O \"1\"","#
            + #""time":"2026-05-06T10:00:00.000Z","sequence":"1","data":{"n":1}}"#
        #expect(page.events == [StoredEvent(sequence: 1, type: "order.held", text: text)])
        #expect(try JSONValue(parsing: page.events[0].text)["data"]?["n"] == 1)
    }

    @Test func eachRunNamesItsOwnEvents() throws {
        try events.beginRun(journal: "7f3c91d2", mark: "", at: Sample.noon)
        _ = try append("a")
        try events.beginRun(journal: "7f3c91d2", mark: "05", at: Sample.noon)
        _ = try append("b")
        // Another table on the same file goes on with the run that was begun last.
        let reopened = EventTable(store.db)
        _ = try reopened.append("c", of: "", in: "", data: "{}", at: Sample.noon)
        try reopened.beginRun(journal: "0a0b0c0d", mark: "06", at: Sample.noon)
        _ = try reopened.append("d", of: "", in: "", data: "{}", at: Sample.noon)
        let ids = try events.page(after: 0, limit: 9, rowsMax: 9).events.map { event in
            try JSONValue(parsing: event.text)["id"]?.string
        }
        #expect(ids == ["7f3c91d2/1", "7f3c91d2.05/2", "7f3c91d2.05/3", "0a0b0c0d.06/4"])
    }

    @Test func knowsItsBounds() throws {
        #expect(try events.head() == 0)
        #expect(try events.first() == 1)
        for _ in 0..<3 { _ = try append("a") }
        #expect(try events.head() == 3)
        #expect(try events.first() == 1)
        #expect(try events.forget(before: Sample.noon.adding(seconds: 1), upTo: 3, limit: 9) == 3)
        #expect(try events.head() == 3)
        #expect(try events.first() == 4)
        #expect(try append("a") == 4)
    }

    /// Also where all were forgotten, whoever opens the file then. As long as the newest is kept nothing is noted.
    @Test func aNumberIsNeverGivenOutAgain() throws {
        for _ in 0..<5 { _ = try append("a") }
        let later = Sample.noon.adding(seconds: 1)
        #expect(try events.forget(before: later, upTo: 4, limit: 9) == 4)
        #expect(try noted() == 0)
        #expect(try events.forget(before: later, upTo: 9, limit: 9) == 1)
        #expect(try noted() == 5)
        #expect(try EventTable(store.db).head() == 5)
        #expect(try EventTable(store.db).first() == 6)
        #expect(try EventTable(store.db).append("b", of: "O-1", in: "NY", data: "{}", at: Sample.noon) == 6)
        let reopened = EventTable(store.db)
        #expect(try reopened.append("c", of: "O-1", in: "NY", data: "{}", at: Sample.noon) == 7)
        #expect(try reopened.forget(before: later, upTo: 9, limit: 9) == 2)
        #expect(try noted() == 7)
        #expect(try EventTable(store.db).head() == 7)
    }

    private func noted() throws -> Int {
        try store.number("SELECT coalesce(max(value), 0) FROM meta WHERE name = 'last_event'")
    }

    /// What is forgotten, or happens, in a transaction that is taken back was not.
    @Test func numbersFollowARollback() throws {
        for _ in 0..<3 { _ = try append("a") }
        _ = try store.db.transactionUnlessNil { () throws(Refusal) -> Int? in
            _ = try events.forget(before: Sample.noon.adding(seconds: 1), upTo: 9, limit: 9)
            _ = try events.append("b", of: "O-1", in: "NY", data: "{}", at: Sample.noon)
            return nil
        }
        #expect(try events.head() == 3)
        #expect(try events.first() == 1)
        #expect(try append("c") == 4)
        #expect(try noted() == 0)
    }

    @Test func aRefusedCommandUsesNoNumber() throws {
        let db = store.db
        try db.transaction { () throws(Refusal) in
            _ = try? db.command { () throws(Refusal) in
                do { _ = try append("a") } catch { throw Refusal.unknownCode("\(error)") }
                throw Refusal.unknownCode("x")
            }
        }
        #expect(try events.head() == 0)
        #expect(try append("b") == 1)
    }

    /// The number that the first event of a type took is free again where that event is taken back.
    @Test func aTypeWhoseFirstEventIsTakenBackHasNoNumber() throws {
        let db = store.db
        try db.transaction { () throws(Refusal) in
            _ = try? db.command { () throws(Refusal) in
                _ = try events.append("new", of: "O-1", in: "NY", data: "{}", at: Sample.noon)
                throw Refusal.unknownCode("x")
            }
            _ = try events.append("other", of: "O-1", in: "NY", data: "{}", at: Sample.noon)
        }
        _ = try? db.transaction { () throws(Refusal) in
            _ = try events.append("third", of: "O-1", in: "NY", data: "{}", at: Sample.noon)
            // Read before it is taken back.
            _ = try events.page(after: 0, limit: 9, rowsMax: 9)
            throw Refusal.unknownCode("x")
        }
        #expect(try append("fourth") == 2)
        #expect(try append("new") == 3)
        for table in [events, EventTable(db)] {
            let page = try table.page(after: 0, limit: 9, rowsMax: 9)
            #expect(page.events.map(\.type) == ["other", "fourth", "new"])
        }
        #expect(try store.number("SELECT count(*) FROM event_kind") == 3)
    }

    @Test func oneTypeInTwoWarehousesIsTwoKinds() throws {
        for warehouse in ["NY", "LA", "NY"] as [WarehouseCode] {
            _ = try events.append("a", of: "O-1", in: warehouse, data: "{}", at: Sample.noon)
        }
        let texts = try events.page(after: 0, types: ["a"], limit: 9, rowsMax: 9).events.map(\.text)
        #expect(
            texts.map { $0.contains(#""source":"wmsd/NY""#) } == [true, false, true]
                && texts[1].contains(#""source":"wmsd/LA""#))
    }

    /// It is kept once where the data begins with it, and is told the same either way.
    @Test(arguments: [
        (#"{"order_id":"O-1","n":1}"#, "O-1", true), (#"{"order_id":"O-1"}"#, "O-2", false),
        (#"{"tour":7}"#, "7", false), ("{}", "O-1", false), (#"{"a":"","b":"O-1"}"#, "O-1", false),
        (#"{"a":"","b":"O-1"}"#, "", true), (#"{"a":"x\"y"}"#, "x\"y", false), (#"{"a":"x\\"}"#, #"x\\"#, false),
        ("{\"a\":\"caf\u{E9}\"}", "caf\u{E9}", true), ("{\"a\":\"caf\u{E9}\"}", "cafe\u{301}", false),
    ])
    func theSubject(data: String, subject: String, isInData: Bool) throws {
        _ = try events.append("a", of: subject, in: "NY", data: data, at: Sample.noon)
        let text = try #require(try events.page(after: 0, limit: 9, rowsMax: 9).events.first?.text)
        let told = try #require(try JSONValue(parsing: text)["subject"]?.string)
        #expect(told.utf8.elementsEqual(subject.utf8))
        #expect(text.hasSuffix(#""data":"# + data + "}"))
        #expect(try store.number("SELECT count(*) FROM event WHERE subject IS NULL") == (isInData ? 1 : 0))
    }

    @Test func momentsAreToldInEveryRun() throws {
        let moments = [0, 1, -90_000, 86_400_000, 3_000_000_000].map {
            Instant(millisecondsSince1970: Sample.noon.millisecondsSince1970 + $0)
        }
        _ = try append("a", at: moments[0])
        try events.beginRun(journal: "7f3c91d2", mark: "05", at: Sample.noon)
        for moment in moments.dropFirst() { _ = try append("a", at: moment) }
        for table in [events, EventTable(store.db)] {
            let told = try table.page(after: 0, limit: 9, rowsMax: 9).events.map { event in
                try JSONValue(parsing: event.text)["time"]?.string
            }
            let expected: [String?] = moments.map { "\($0)" }
            #expect(told == expected)
        }
    }

    @Test func aPageReadsNoMoreThanItMay() throws {
        for index in 1...20 { _ = try append(index % 5 == 0 ? "wanted" : "other") }
        var page = try events.page(after: 0, types: ["wanted"], limit: 3, rowsMax: 100)
        #expect(page.events.map(\.sequence) == [5, 10, 15])
        #expect(page.last >= 15 && page.last < 20)
        page = try events.page(after: page.last, types: ["wanted"], limit: 3, rowsMax: 100)
        #expect(page.events.map(\.sequence) == [20])
        #expect(page.last == 20)
        page = try events.page(after: 0, types: ["wanted"], limit: 3, rowsMax: 4)
        #expect(page.events.isEmpty && page.last == 4)
        page = try events.page(after: 0, types: [], limit: 3, rowsMax: 100)
        #expect(page.events.isEmpty && page.last == 20)
        page = try events.page(after: 18, limit: 3, rowsMax: 100)
        #expect(page.events.map(\.sequence) == [19, 20])
        page = try events.page(after: 20, limit: 3, rowsMax: 100)
        #expect(page.events.isEmpty && page.last == 20)
    }

    /// A clock that was set back leaves no gap.
    @Test func theOldestAreForgottenInOrder() throws {
        for seconds in [0, 10, 5, 30, 6] { _ = try append("a", at: Sample.noon.adding(seconds: seconds)) }
        #expect(try events.forget(before: Sample.noon.adding(seconds: 20), upTo: 5, limit: 2) == 2)
        #expect(try events.forget(before: Sample.noon.adding(seconds: 20), upTo: 2, limit: 9) == 0)
        #expect(try events.forget(before: Sample.noon.adding(seconds: 20), upTo: 5, limit: 9) == 1)
        #expect(try events.page(after: 0, limit: 9, rowsMax: 9).events.map(\.sequence) == [4, 5])
    }
}
