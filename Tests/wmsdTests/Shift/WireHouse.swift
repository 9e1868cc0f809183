import Domain
import Foundation
import Fulfillment
import JSON
import LineProtocol
import Operations

@testable import ShiftScript
@testable import wmsd

/// The daemon's way of requests as the house of a shift: lines of several connections are cut, checked, decided in
/// shared commits and answered, each step when it is called for, all on one thread.
///
/// There are no spool folders: what takes labels back is decided at once, as when none of them had been written.
final class WireHouse: House, @unchecked Sendable {
    /// Who only reads.
    static let watcher = "watcher"

    let decider: SteppedDecider
    private let folder: URL
    private var clients: [String: ShiftClient] = [:]
    /// In the order in which they came.
    private(set) var parties: [String] = []
    private var requests: [Int: ShiftClient.Request] = [:]
    var heard = 0
    var planner = SteppedPlanner()
    /// Called with each request's first answer, and with refusals.
    var onDecided: (ShiftClient.Request) -> Void = { _ in }
    /// What cannot be.
    var faults: [String] = []
    /// How often what the simulation is for came up.
    var counts = Counts()

    struct Counts {
        var sharedCommits = 0
        var cutLines = 0
        var lostAnswers = 0
        var laterAnswers = 0
        var adoptedCarts = 0
    }

    init() throws {
        let place = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        folder = URL(filePath: place).appending(path: "shift-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        decider = try SteppedDecider(databasePath: folder.appending(path: "wms.db").path)
        try prepare()
        _ = try news()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func prepare() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let yaml = try String(contentsOf: root.appending(path: "layouts/wh-ny.yaml"), encoding: .utf8)
        var changes: [(method: String, params: JSONObject)] = [("layout.load", ["yaml": .string(yaml)])]
        changes += ShiftGoods.requests
        for (number, change) in changes.enumerated() {
            _ = try answer(
                to: Errand(
                    party: "oms", method: change.method, params: change.params,
                    commandID: "prepare-\(number)"))
        }
    }

    // MARK: Connections

    func client(of party: String) -> ShiftClient {
        if let known = clients[party] { return known }
        let userID = 1_000 + parties.count
        let client = ShiftClient(party) { [unowned self] in
            SteppedConnection(to: decider, userID: userID) { [unowned self] connection, line in
                hear(line, on: connection, of: party)
            }
        }
        clients[party] = client
        parties.append(party)
        return client
    }

    /// Sends a request; the daemon's own go straight to the decider.
    @discardableResult
    func send(_ errand: Errand) -> ShiftClient.Request {
        let request = ShiftClient.Request(requests.count + 1, errand)
        requests[request.number] = request
        if errand.party == Errand.daemon {
            decider.enqueue(
                Inbox.Change(command: Command(own: Self.operation(of: errand))) { [unowned self] reply in
                    note(reply, to: request)
                })
        } else {
            client(of: errand.party).send(request)
        }
        return request
    }

    private static func operation(of errand: Errand) -> any Operations.Operation {
        var faults: [ParamFault] = []
        switch errand.method {
        case "labels.record": return LabelsRecord.checked(errand.params, faults: &faults)
        case "history.slice": return HistorySlice.checked(errand.params, faults: &faults)
        case "release.slice": return ReleaseSlice.checked(errand.params, faults: &faults)
        default: preconditionFailure("\(errand.method) is none of the daemon's own")
        }
    }

    private func note(_ reply: Reply, to request: ShiftClient.Request) {
        switch reply {
        case .result(let result):
            request.result = result.text
            request.answer = .object(result.json)
        case .refusal(let refusal):
            request.refusal = Refused(kind: refusal.kind.rawValue, message: refusal.message)
        case .answer, .subscribed: faults.append("\(request.errand.method) is answered as a client's")
        }
        finish(request)
    }

    /// A line as the daemon writes it, whether or not anybody is there to read it.
    private func hear(_ line: String, on connection: SteppedConnection, of party: String) {
        guard let answer = try? JSONValue(parsing: line), let number = answer["id"]?.int,
            let request = requests[number]
        else {
            if line.contains("invalid_request") { counts.cutLines += 1 } else { faults.append(line) }
            return
        }
        let client = client(of: party)
        let isThere = connection.isOpen
        if let result = answer["result"], let start = line.range(of: #""result":"#) {
            note(String(line[start.upperBound...].dropLast(2)), result, of: request)
            if isThere { client.isDone(with: request) }
        } else if request.result != nil {
            faults.append("\(request.errand.method) was done, and is refused when it is sent again: \(line)")
        } else if isThere || !Errand.office.contains(party) {
            let kind = answer["error"]?["data"]?["kind"]?.string ?? ""
            request.refusal = Refused(kind: kind, message: answer["error"]?["message"]?.string ?? "")
            client.isDone(with: request)
            finish(request)
        }
    }

    private func finish(_ request: ShiftClient.Request) { if !request.isAwaited { onDecided(request) } }

    /// What was done once is answered with the same bytes when it is sent again.
    private func note(_ text: String, _ answer: JSONValue, of request: ShiftClient.Request) {
        guard let before = request.result else {
            (request.result, request.answer, request.refusal) = (text, answer, nil)
            return finish(request)
        }
        if before != text, request.errand.commandID != nil {
            faults.append("\(request.errand.method) was \(before), then \(text)")
        }
    }
}
