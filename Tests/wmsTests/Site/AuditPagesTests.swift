import JSON
import LineProtocol
import Testing

@testable import wms

struct AuditPagesTests {
    private func page(_ rule: String, _ breaches: [JSONValue], next: String?) -> JSONValue {
        var page: JSONObject = [
            "sound": .bool(breaches.isEmpty), "looked": 100, "more": .bool(next != nil),
            "rules": [
                ["rule": .string(rule), "holds": .bool(breaches.isEmpty), "breaches": .array(breaches)]
            ],
        ]
        page["next"] = next.map { .string($0) }
        return .object(page)
    }

    @Test func `pages are followed and a rule that goes on stands once`() throws {
        let line = PreparedLine([
            .success(page("one", [], next: "[0,7]")), .success(page("one", ["7 is wrong"], next: "[1]")),
            .success(page("two", [], next: nil)),
        ])
        let answer = try AuditPages.all(from: line)
        #expect(line.calls.map { $0.params["after"]?.string } == [nil, "[0,7]", "[1]"])
        #expect(answer["sound"] == false && answer["looked"] == 300)
        #expect(answer["rules"]?.array?.compactMap { $0["rule"]?.string } == ["one", "two"])
        #expect(answer["rules"]?.array?.first?["breaches"] == ["7 is wrong"])
    }

    @Test func `a sound site is told so`() throws {
        let line = PreparedLine([.success(page("one", [], next: nil))])
        #expect(try AuditPages.all(from: line)["sound"] == true)
    }
}
