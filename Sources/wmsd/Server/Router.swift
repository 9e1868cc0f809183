import Fulfillment
import JSON
import LineProtocol
import Logging
import NIOCore

/// Answers the requests of all connections: those about the daemon itself at once, the rest by the decider.
struct Router: Sendable {
    let decider: Decider
    let labels: LabelService
    let version: String
    let startedAt: Instant
    let clock: @Sendable () -> Instant

    /// Answers a request; `reply` is called once, on any thread.
    func answer(
        _ request: Request, commandID: String?, for caller: Caller, reply: @escaping @Sendable (Reply) -> Void
    ) {
        let command = Command(
            method: request.method.name, params: request.params,
            commandID: request.method.changes ? commandID : nil, actor: caller.actor)
        switch request.method.name {
        case "help": reply(help(request.params["method"]?.string))
        case "ping": reply(.answer(#"{"pong":true,"time":"\#(clock())"}"#))
        case "event.subscribe": read(reply) { site, _ in Self.subscribe(command.params, to: site) }
        case "status": read(reply) { site, now in status(site.read(command, at: now), caller, now) }
        default:
            if LabelService.methods.contains(command.method) {
                labels.decide(command, reply: reply)
            } else if request.method.changes {
                decider.decide(command, reply: reply)
            } else {
                read(reply) { site, now in Reply(site.read(command, at: now)) }
            }
        }
    }

    /// The first line of a new connection; nil where the daemon is stopping.
    func hello(to caller: Caller, then: @escaping @Sendable (Hello?) -> Void) {
        decider.read(
            { site, now in
                then(
                    Hello(
                        version: version, roles: caller.roles, warehouses: Self.warehouses(site, caller, now),
                        journal: site.journal, first: site.first, head: site.head))
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
            let limit = ConnectionBounds.eventsPerFetch
            let head = site.head
            guard let events = try? site.events(after: cursor.after, types: cursor.types, limit: limit) else {
                return then(nil)
            }
            let reached = events.count < limit ? head : events.last?.sequence ?? head
            then(EventPage(lines: events.map { Notice.event(params: $0.text) }, reached: reached))
        }
    }

    private func read(
        _ reply: @escaping @Sendable (Reply) -> Void, _ body: @escaping @Sendable (Site, Instant) -> Reply
    ) {
        decider.read({ site, now in reply(body(site, now)) }, refuse: { reply(.shuttingDown) })
    }

    private func help(_ name: String?) -> Reply {
        guard let name else { return .answer(Method.index.description) }
        guard let method = Method.named(name) else {
            return .refusal(
                ProtocolError(.unknownMethod, "there is no method \(name)", ["method": .string(name)]))
        }
        return .answer(method.help.description)
    }

    private func status(_ outcome: Outcome, _ caller: Caller, _ now: Instant) -> Reply {
        guard case .answer(let text) = outcome, let site = try? JSONValue(parsing: text).object else {
            return Reply(outcome)
        }
        let uptime = (now.millisecondsSince1970 - startedAt.millisecondsSince1970) / 1_000
        var status: JSONObject = ["version": .string(version), "uptime_s": .int(uptime)]
        for (key, value) in site.members { status[key] = value }
        status["printers"] = .array(printers(site["printers"]?.array ?? []))
        return .answer(JSONValue.object(status).description)
    }

    /// The printers that have labels or a fault, each with its fault.
    private func printers(_ atWork: [JSONValue]) -> [JSONValue] {
        var printers = atWork.compactMap(\.object)
        for fault in labels.faults {
            let index = printers.firstIndex { $0["printer"]?.string == fault.printer } ?? printers.endIndex
            if index == printers.endIndex { printers.append(["printer": .string(fault.printer)]) }
            printers[index]["fault"] = .string(fault.reason)
            printers[index]["fault_since"] = .string("\(fault.since)")
            printers[index]["tries_at"] = .string("\(fault.triesAt)")
        }
        return printers.map { .object($0) }
    }

    private static func subscribe(_ params: JSONObject, to site: Site) -> Reply {
        let consumer = params["consumer"]?.string
        var acknowledged: Int?
        do throws(SiteError) {
            if let consumer { acknowledged = try site.acknowledged(by: consumer) }
        } catch { return .refusal(ProtocolError(commitFailure: error)) }
        // A named consumer that is new gets all that is kept; without a name only what is yet to come.
        let beginning = consumer == nil ? site.head : site.first - 1
        let after = params["after"]?.int ?? acknowledged ?? beginning
        if after > site.head { return .refusal(ProtocolError(.ahead(head: site.head))) }
        if after < site.first - 1 { return .refusal(ProtocolError(.gone(first: site.first))) }
        let cursor = EventCursor(after: after, types: params["types"]?.array?.compactMap(\.string))
        return .subscribed(cursor, result: #"{"after":\#(after),"head":\#(site.head)}"#)
    }

    private static func warehouses(_ site: Site, _ caller: Caller, _ now: Instant) -> [String] {
        let list = Command(method: "layout.list", params: [:], commandID: nil, actor: caller.actor)
        guard case .answer(let text) = site.read(list, at: now), let answer = try? JSONValue(parsing: text)
        else {
            return []
        }
        return (answer["layouts"]?.array ?? []).compactMap { $0["warehouse"]?.string }
    }
}

/// Who is at the other end of one connection.
struct Caller: Sendable {
    let credentials: PeerCredentials
    let roles: [Role]

    var actor: Actor { Actor(userID: credentials.userID, roles: roles.map(\.rawValue)) }
}
