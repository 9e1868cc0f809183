import Foundation
import Testing

@testable import wms

struct HistoryTests {
    @Test func `going back and forth ends where it began`() {
        var history = History(["one", "two"])
        #expect(history.previous(to: "thr") == "two")
        #expect(history.previous(to: "two") == "one")
        #expect(history.previous(to: "one") == nil)
        #expect(history.next() == "two")
        #expect(history.next() == "thr")
        #expect(history.next() == nil)
    }

    @Test func `a line is kept once, and after it the newest is next`() {
        var history = History(["one"])
        _ = history.previous(to: "")
        #expect(history.add("two") == true)
        #expect(history.add("two") == false)
        #expect(history.add("") == false)
        #expect(history.lines == ["one", "two"])
        #expect(history.previous(to: "") == "two")
    }

    @Test func `no more is kept than a person goes back through`() {
        var history = History((0..<History.linesMax).map { "\($0)" })
        _ = history.add("new")
        #expect(history.lines.count == History.linesMax)
        #expect(history.lines.last == "new")
    }

    @Test(arguments: [
        "person.upsert badge=7 pin=1234", #"pack.override {"parcel":1,"pin":"1234"}"#, "x a.pin=1",
    ])
    func `a PIN is not kept`(line: String) {
        var history = History()
        #expect(history.add(line) == false)
        #expect(history.add("person.upsert badge=pin") == true)
    }

    @Test func `a search finds the newest first, then older ones`() {
        let history = History(["stock.list sku=TEA", "tour.list", "stock.list sku=MUG"])
        var search = HistorySearch()
        search.append("stock", in: history)
        #expect(search.line(in: history) == "stock.list sku=MUG")
        search.append(".list", in: history)
        #expect(search.line(in: history) == "stock.list sku=MUG")
        search.findOlder(in: history)
        #expect(search.line(in: history) == "stock.list sku=TEA")
        search.findOlder(in: history)
        #expect(!search.isFound)
        #expect(search.line(in: history) == "stock.list sku=TEA")
        search.removeLast(in: history)
        #expect(search.isFound)
        #expect(search.line(in: history) == "stock.list sku=MUG")
    }

    @Test func `the file is its owner's, and a long one is shortened`() throws {
        let folder = NSTemporaryDirectory() + "/history-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = try #require(HistoryFile(environment: ["XDG_STATE_HOME": folder]))
        #expect(file.read() == [])
        file.append("one")
        file.append("tw\u{1B}o")
        #expect(file.read() == ["one", #"tw\u001bo"#])
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/wms/history")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        file.shorten(to: ["two"], from: 2)
        #expect(file.read().count == 2)
        file.shorten(to: ["two"], from: 2 * History.linesMax)
        #expect(file.read() == ["two"])
    }

    @Test func `without a home there is no file`() {
        #expect(HistoryFile(environment: [:]) == nil)
        #expect(HistoryFile(environment: ["HOME": ""]) == nil)
        #expect(HistoryFile(environment: ["XDG_STATE_HOME": "state"]) == nil)
    }
}
