import Domain
import Foundation
import JSON
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// A site in a temporary folder, with a clock that runs on by a second with every command.
final class TestSite {
    private let folder: URL
    /// Changes hold from the next ``reopen(newJournal:)`` on.
    var settings: SiteSettings
    var site: Site
    var now = Instant(millisecondsSince1970: 1_778_054_400_000)

    /// Opens a site whose floor is the shipped New York layout, with the goods of ``Goods``.
    convenience init() throws {
        try self.init(empty: ())
        try done(LayoutLoad(try Self.layoutText("wh-ny")))
        try Goods.bring(to: self)
    }

    /// Opens a site that knows nothing yet.
    init(empty: Void, settings: SiteSettings = SiteSettings()) throws {
        self.settings = settings
        folder = try Self.makeFolder()
        site = try Site(
            databasePath: folder.appending(path: "wms.db").path, settings: settings, newJournal: "0a1b2c3d")
    }

    /// Opens a site that goes on from where another one stood.
    init(_ snapshot: SiteSnapshot) throws {
        (settings, now) = (snapshot.settings, snapshot.now)
        folder = try Self.makeFolder()
        let database = folder.appending(path: "wms.db")
        try snapshot.database.write(to: database)
        site = try Site(databasePath: database.path, settings: settings, newJournal: "0a1b2c3d")
    }

    private static func makeFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var databasePath: String { folder.appending(path: "wms.db").path }

    /// Closes the database and opens it again, as after a restart.
    func reopen(newJournal: String = "0a1b2c3d", start: (mark: String, at: Instant)? = nil) throws {
        try letGo()
        site = try Site(databasePath: databasePath, settings: settings, newJournal: newJournal, start: start)
    }

    /// Where the site stands, to open others there. It is closed by this, and of no use any more.
    func snapshot() throws -> SiteSnapshot {
        try letGo()
        let database = try Data(contentsOf: URL(filePath: databasePath))
        return SiteSnapshot(database: database, settings: settings, now: now)
    }

    /// The file is held by one site alone: this one is let go of before it is opened again.
    private func letGo() throws {
        try site.checkpoint()
        site = try Site(
            databasePath: folder.appending(path: "other.db").path, settings: settings, newJournal: "0a1b2c3d")
    }

    static func layoutText(_ name: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "layouts/\(name).yaml"), encoding: .utf8)
    }

    func decide(_ method: String, _ params: JSONObject, id: String? = nil) throws -> Outcome {
        now = now.adding(seconds: 1)
        let command: Command
        switch Self.command(method, params, id: id) {
        case .success(let read): command = read
        case .failure(let fault): return .refusal(Refusal(fault.error))
        }
        var outcome = try site.decide([command.waiting], at: now)[0]
        // As the daemon does it: the packing engine is asked, and rows are booked, between two decisions.
        var informed = command
        while true {
            if case .awaits(let question) = outcome {
                informed = informed.with(question.answer())
            } else if case .begun(let row) = outcome {
                try book(row)
                informed = informed.resumed
            } else {
                expectDeclared(outcome, of: command)
                if command.operation is LayoutLoad { try renewPromises() }
                return outcome
            }
            outcome = try site.decide([informed], at: now)[0]
        }
    }

    /// Runs slices until all that a new layout changes of promises is booked.
    private func renewPromises() throws {
        while true {
            let outcome = try site.decide([Command(own: PromiseSlice(limit: 5))], at: now)[0]
            guard case .result(let result) = outcome, let slice = result as? PromiseSlice.Result,
                slice.hasMore
            else { return }
        }
    }

    /// Runs slices until an import is committed or refused.
    private func book(_ row: ImportRow) throws {
        while true {
            let outcome = try site.decide([Command(own: ImportSlice(limit: 40))], at: now)[0]
            guard case .result(let result) = outcome, let slice = result as? ImportSlice.Result,
                slice.hasMore
            else {
                throw Refusal.unreadable("import \(row): it does not go on, \(outcome)")
            }
            if slice.ended == row { return }
        }
    }

    /// Runs a command that is to succeed; throws its refusal.
    @discardableResult
    func done(_ method: String, _ params: JSONObject, id: String? = nil) throws -> JSONValue {
        try Self.answer(try decide(method, params, id: id))
    }

    /// The refusal of a command, without the prompt around it; nil where it succeeded.
    func refusal(_ method: String, _ params: JSONObject, id: String? = nil) throws -> Refusal? {
        guard case .refusal(let refusal) = try decide(method, params, id: id) else { return nil }
        return refusal.withoutPrompt
    }

    func read(_ method: String, _ params: JSONObject = [:]) throws -> JSONValue {
        try Self.answer(outcome(of: Self.command(method, params, id: nil).get()))
    }

    /// What comes of a command that only reads.
    func outcome(of query: Command) -> Outcome {
        let outcome = site.read(query, at: now)
        expectDeclared(outcome, of: query)
        return outcome
    }

    /// Whatever a test asks for, a refusal is one of those that its method declares.
    private func expectDeclared(_ outcome: Outcome, of command: Command) {
        guard case .refusal(let refusal) = outcome else { return }
        let declaration = type(of: command.operation).declaration
        let ofChange = declaration.changes ? ErrorKind.ofAnyChange : []
        guard !(declaration.refusals + ErrorKind.ofAnyLine + ofChange).contains(refusal.kind) else { return }
        Issue.record("\(declaration.name) does not declare \(refusal.kind.rawValue): \(refusal)")
    }

    /// The command that a lead's request on the wire becomes, with the wire's own check of its params; the daemon's
    /// own operations are read the same way.
    static func command(
        _ method: String, _ params: JSONObject, id: String?
    ) -> Result<Command, RequestFault> {
        var given = params
        if let own = ownOperation(method) {
            var faults: [ParamFault] = []
            return .success(Command(own: own.checked(given, faults: &faults)))
        }
        given["command_id"] = (Method.named(method)?.changes ?? false) ? .string(id ?? "unnamed") : nil
        let line: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(given),
        ]
        do throws(RequestFault) {
            guard let request = try Request(line: line.description.utf8) else {
                preconditionFailure("a request is no blank line")
            }
            let call = try Call(request, by: [.lead])
            return .success(Command(call, commandID: id, actor: Actor(userID: 1000, roles: [.lead])))
        } catch { return .failure(error) }
    }

    private static func ownOperation(_ method: String) -> (any Operations.Operation.Type)? {
        let own: [any Operations.Operation.Type] = [
            LabelsRecord.self, LabelsWait.self, HistorySlice.self, ImportSlice.self, AdoptCart.self,
            PromiseSlice.self, ReleaseSlice.self,
        ]
        return own.first { $0.declaration.name == method }
    }

    private static func answer(_ outcome: Outcome) throws -> JSONValue {
        switch outcome {
        case .answer(let text): return try JSONValue(parsing: text)
        case .result(let result): return .object(result.json)
        case .refusal(let refusal): throw refusal
        case .awaits, .begun: throw Refusal.notPlanned
        }
    }
}

extension TestSite {
    /// The sentences of `audit` that tell a broken rule, over all its pages; empty when the site is sound.
    func breaches() throws -> [String] {
        var breaches: [String] = []
        var audit = Audit()
        while true {
            let page = try read(audit)
            breaches += page.rules.flatMap(\.breaches)
            guard let next = page.next else { return breaches }
            audit.after = next
        }
    }

    /// The texts of the events of one type, or of all.
    func events(_ type: String? = nil) throws -> [JSONValue] {
        let all = try site.events(after: 0, types: nil, limit: 100_000).events
        return try all.filter { type == nil || $0.type == type }.map { try JSONValue(parsing: $0.text) }
    }
}

extension Refusal {
    var withoutPrompt: Refusal {
        if case .atPrompt(let reason, _) = self { reason } else { self }
    }
}

extension Refusal {
    /// What the check of the params said, as the rules say such things.
    init(_ error: ProtocolError) {
        self =
            error.kind == .unknownMethod
            ? .unknownMethod(error.details["method"]?.string ?? "")
            : .badParams(param: error.details["param"]?.string ?? "", problem: error.message)
    }
}
