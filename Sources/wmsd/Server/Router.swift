import Domain
import Fulfillment
import JSON
import LineProtocol
import Logging
import NIOCore
import Operations
import Store

/// Answers the requests of all connections: those about the daemon itself at once, the rest by the decider.
struct Router: Sendable {
    let decider: Decider
    let labels: LabelService
    let planning: PlanningService
    let imports: ImportService
    let layouts: LayoutService
    let version: String
    let startedAt: Instant
    let clock: @Sendable () -> Instant

    /// Answers a request; `reply` is called once, on any thread.
    func answer(
        _ call: Call, commandID: String?, for caller: Caller, reply: @escaping @Sendable (Reply) -> Void
    ) {
        let changes = call.method.changes
        let command = Command(call, commandID: changes ? commandID : nil, actor: caller.actor)
        switch ChangeQueue(of: call.operation) {
        case .labels: labels.decide(command.prepared(), reply: reply)
        case .imports: imports.decide(command, reply: reply)
        case .decider:
            guard let layout = LayoutService.text(of: call.operation) else {
                return decide(changes ? command.prepared() : command, changes: changes, reply)
            }
            layouts.prepare(command, text: layout) { command in
                decide(command, changes: changes) { outcome in
                    reply(outcome)
                    if command.operation is LayoutLoad { layouts.wake() }
                }
            }
        }
    }

    private func decide(
        _ command: Command, changes: Bool, _ reply: @escaping @Sendable (Reply) -> Void
    ) {
        if changes {
            decider.decide(command, reply: reply)
        } else {
            answerRead(command.operation, command, reply)
        }
    }

    private func answerRead(
        _ operation: any Operation, _ command: Command, _ reply: @escaping @Sendable (Reply) -> Void
    ) {
        switch operation {
        case let help as Help: reply(Self.answer(help))
        case is RPCDiscover: reply(.answer(Self.openRPC))
        case is Ping: reply(.answer(Self.pong(at: clock())))
        case let subscribe as EventSubscribe: read(reply) { site, _ in Self.start(subscribe, on: site) }
        case is Status:
            read(reply) { site, now in
                let changes = (try? site.planningStatus())?.changes
                return status(site.read(Command(own: Status()), at: now), now, changes: changes)
            }
        case let explain as OrderExplain:
            read(reply) { site, now in explained(site.read(Command(own: explain), at: now)) }
        default: read(reply) { site, now in Reply(site.read(command, at: now)) }
        }
    }

    private static func pong(at now: Instant) -> Ping.Result {
        var pong = Ping.Result()
        pong.time = now
        return pong
    }

    private static let openRPC = JSONValue.object(OpenRPC.document(version: Daemon.version).json).description

    private static func answer(_ help: Help) -> Reply {
        do throws(ProtocolError) { return .answer(try help.answer) } catch { return .refusal(error) }
    }

    /// The hello of a new connection; nil where the daemon is stopping, or cannot read what it has to say.
    func hello(to caller: Caller, then: @escaping @Sendable (Hello?) -> Void) {
        decider.read(
            { site, now in
                do throws(StoreError) {
                    then(
                        Hello(
                            version: version, roles: caller.roles, warehouses: try Self.warehouses(site, now),
                            journal: site.journal, first: try site.first, head: try site.head))
                } catch {
                    decider.logger.error("no hello can be said", metadata: ["error": "\(error)"])
                    then(nil)
                }
            }, refuse: { then(nil) })
    }

    /// Event lines after a cursor.
    struct EventPage: Sendable {
        let lines: [String]
        /// The lines hold every wanted event up to this one.
        let reached: Int
    }

    /// Reads the next events after a cursor; nil where they cannot be read.
    func events(after cursor: EventCursor, then: @escaping @Sendable (EventPage?) -> Void) {
        decider.read { site, _ in
            do throws(StoreError) {
                let page = try site.events(
                    after: cursor.after, types: cursor.types, limit: ConnectionBounds.eventsPerFetch)
                then(EventPage(lines: page.events.map { Notice.event(params: $0.text) }, reached: page.last))
            } catch {
                decider.logger.error("events cannot be read", metadata: ["error": "\(error)"])
                then(nil)
            }
        }
    }

    private func read(
        _ reply: @escaping @Sendable (Reply) -> Void, _ body: @escaping @Sendable (Site, Instant) -> Reply
    ) {
        decider.read({ site, now in reply(body(site, now)) }, refuse: { reply(.shuttingDown) })
    }

    /// What the site knows, with what the daemon knows of itself.
    ///
    /// - Parameter changes: how often the pools have changed.
    private func status(_ outcome: Outcome, _ now: Instant, changes: Int?) -> Reply {
        guard case .result(let found) = outcome, var status = found as? Status.Result else {
            return Reply(outcome)
        }
        status.version = version
        status.uptimeS = max(0, (now.millisecondsSince1970 - startedAt.millisecondsSince1970) / 1_000)
        status.printers = printers(status.printers)
        status.isPlanning = changes.map(planning.isAtWork) ?? false
        return .answer(status)
    }

    /// Why an order stands where it does, with what keeps the printers that its labels wait for.
    private func explained(_ outcome: Outcome) -> Reply {
        guard case .result(let found) = outcome, var result = found as? OrderExplain.Result else {
            return Reply(outcome)
        }
        for fault in labels.faults where result.printers.contains(PrinterName(fault.printer)) {
            result.why.append("\(fault.printer) gets no labels: \(fault.reason).")
        }
        return .answer(result)
    }

    /// The printers that labels wait for, each with what keeps them; and those with a fault alone.
    private func printers(_ atWork: [PrinterStatus]) -> [PrinterStatus] {
        var printers = atWork
        for fault in labels.faults {
            let index = printers.firstIndex { $0.printer.text == fault.printer } ?? printers.endIndex
            if index == printers.endIndex {
                printers.append(PrinterStatus())
                printers[index].printer = PrinterName(fault.printer)
            }
            printers[index].fault = fault.reason
            (printers[index].faultSince, printers[index].triesAt) = (fault.since, fault.triesAt)
        }
        return printers
    }

    private static func start(_ subscribe: EventSubscribe, on site: Site) -> Reply {
        do throws(StoreError) { return try begin(subscribe, on: site) } catch {
            return .refusal(ProtocolError(commitFailure: error))
        }
    }

    private static func begin(_ subscribe: EventSubscribe, on site: Site) throws(StoreError) -> Reply {
        let (first, head) = (try site.first, try site.head)
        if let journal = subscribe.journal, journal != site.journal {
            return .refusal(ProtocolError(.gone(first: first)))
        }
        var acknowledged: Int?
        if let consumer = subscribe.consumer { acknowledged = try site.acknowledged(by: consumer) }
        // A named consumer that is new must not miss what was before it; a nameless one asks for news.
        let beginning = subscribe.consumer == nil ? head : first - 1
        let after = subscribe.after ?? acknowledged ?? beginning
        if after > head { return .refusal(ProtocolError(.ahead(head: head))) }
        if after < first - 1 { return .refusal(ProtocolError(.gone(first: first))) }
        var result = EventSubscribe.Result()
        (result.after, result.head, result.journal) = (after, head, site.journal)
        return .subscribed(
            EventCursor(after: after, types: subscribe.types),
            result: result.text)
    }

    private static func warehouses(_ site: Site, _ now: Instant) throws(StoreError) -> [String] {
        let outcome = site.read(Command(own: LayoutList()), at: now)
        if case .refusal(let refusal) = outcome { throw .commitFailed(refusal) }
        guard case .result(let found) = outcome, let list = found as? LayoutList.Result else { return [] }
        return list.layouts.map(\.warehouse.text)
    }
}

/// Who is at the other end of one connection.
struct Caller: Sendable {
    let credentials: PeerCredentials
    let roles: [Role]

    var actor: Actor { Actor(userID: credentials.userID, roles: roles) }
}
