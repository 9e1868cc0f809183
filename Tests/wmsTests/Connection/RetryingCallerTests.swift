import JSON
import LineProtocol
import Testing

@testable import wms

struct RetryingCallerTests {
    private let lost = ClientError.lost(socket: "s", reason: "gone")

    private func caller(_ line: PreparedLine) -> RetryingCaller {
        RetryingCaller(over: line, commandIDs: CommandIDs(device: "h07"), pause: {}, notify: { _ in })
    }

    @Test func `after a lost connection the same command id is sent again`() throws {
        let line = PreparedLine([.failure(lost), .failure(lost), .success("done")])
        #expect(try caller(line).change("tour.scan", ["code": "B-3-12"]) == "done")
        #expect(line.commandIDs.count == 3)
        #expect(Set(line.commandIDs).count == 1)
        #expect(line.reconnects == 2)
    }

    @Test func `the next change has its own command id`() throws {
        let line = PreparedLine([.success(1), .success(2)])
        let caller = caller(line)
        _ = try caller.change("tour.scan", [:])
        _ = try caller.change("tour.scan", [:])
        #expect(Set(line.commandIDs).count == 2)
    }

    @Test func `a busy daemon is asked again over the same connection`() throws {
        let busy = LineError(code: 1090, message: "busy", data: ["kind": "busy", "retry": true])
        let line = PreparedLine([.failure(.refused(busy)), .success("done")])
        #expect(try caller(line).change("tour.scan", [:]) == "done")
        #expect(line.reconnects == 0)
    }

    @Test func `a refusal is thrown at once`() {
        let wrong = LineError(code: 1000, message: "wrong", data: ["kind": "wrong_bin"])
        let line = PreparedLine([.failure(.refused(wrong)), .success("never")])
        #expect(throws: ClientError.refused(wrong)) { try caller(line).change("tour.scan", [:]) }
    }

    @Test func `it gives up in the end`() {
        let line = PreparedLine([Result](repeating: .failure(lost), count: RetryingCaller.attemptsMax))
        #expect(throws: lost) { try caller(line).change("tour.scan", [:]) }
    }
}
