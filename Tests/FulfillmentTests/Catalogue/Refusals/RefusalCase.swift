import Domain
import JSON

@testable import Fulfillment

/// A request that is refused, and the kind of the refusal.
struct RefusalCase: Sendable {
    let method: String
    let kind: ErrorKind
    let world: World
    let request: ParamPair.Request
}

/// The refusals, written down method by method.
///
///     table.begin("stock.move", in: Worlds.stocked, ["from": "A-1-01", "to": "A-1-03", "sku": "PEN", "qty": 2])
///     table.refusal(.stockShort, ["qty": 1_000])
struct RefusalTable {
    private(set) var cases: [RefusalCase] = []
    private var method = ""
    private var world = Worlds.empty
    private(set) var base: ParamPair.Request = { _ in [:] }

    /// The refusals of a method follow.
    ///
    /// - Parameter base: a request that is not refused.
    mutating func begin(_ method: String, in world: World, _ base: JSONObject = [:]) {
        begin(method, in: world) { _ in base }
    }

    mutating func begin(_ method: String, in world: World, base: @escaping ParamPair.Request) {
        (self.method, self.world, self.base) = (method, world, base)
    }

    /// - Parameter changed: what is otherwise in the request, at places such as `order.items.sku`.
    mutating func refusal(_ kind: ErrorKind, _ changed: JSONObject = [:], in world: World? = nil) {
        let base = base
        refusal(kind, in: world) { site in try base(site).setting(changed) }
    }

    /// - Parameter request: what it asks of the site happens before.
    mutating func refusal(
        _ kind: ErrorKind, in world: World? = nil, request: @escaping ParamPair.Request
    ) {
        cases.append(
            RefusalCase(method: method, kind: kind, world: world ?? self.world, request: request))
    }

    /// The request as it is, once something has happened.
    mutating func refusalOnce(
        _ kind: ErrorKind, in world: World? = nil,
        happened prepare: @escaping @Sendable (TestSite) throws -> Void
    ) {
        let base = base
        refusal(kind, in: world) { site in
            let request = try base(site)
            try prepare(site)
            return request
        }
    }
}

extension RefusalTable {
    static let whole: RefusalTable = {
        var table = RefusalTable()
        table.layoutsAndGoods()
        table.stock()
        table.orders()
        table.peopleAndTasks()
        table.tours()
        table.bench()
        table.parcelsAndLabels()
        table.eventsAndImports()
        return table
    }()
}
