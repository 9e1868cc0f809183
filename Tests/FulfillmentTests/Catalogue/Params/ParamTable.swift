import JSON

@testable import Fulfillment

/// The pairs of requests, written down method by method.
///
///     table.begin("stock.move", in: Worlds.stocked, ["from": "A-1-01", "to": "A-1-03", "sku": "PEN", "qty": 2])
///     table.pair("qty", 3)
///     table.pair("lot", "L2", with: ["sku": "SERUM", "lot": "L1"])
struct ParamTable {
    private(set) var pairs: [ParamPair] = []
    private var method = ""
    private var world = Worlds.empty
    private var base: ParamPair.Request = { _ in [:] }

    /// The params of a method follow.
    ///
    /// - Parameter base: the request that each of its pairs begins with.
    mutating func begin(_ method: String, in world: World, _ base: JSONObject = [:]) {
        begin(method, in: world) { _ in base }
    }

    /// - Parameter base: as above, where it depends on the site; what it asks of the site happens before both requests.
    mutating func begin(_ method: String, in world: World, base: @escaping ParamPair.Request) {
        (self.method, self.world, self.base) = (method, world, base)
    }

    /// The second request has another value.
    ///
    /// - Parameters:
    ///   - more: values that both requests have, at places such as `order.items.lot`.
    ///   - everyWord: whether each word of a choice is to be told from every other; left out, where no sight is given.
    ///   - sight: what shows the difference; the answer, the events and all that can be seen where it is left out.
    mutating func pair(
        _ param: String, _ value: JSONValue?, with more: JSONObject = [:], in world: World? = nil,
        mayBeRefused: Bool = false, everyWord: Bool? = nil, seen sight: ParamPair.Sight? = nil
    ) {
        let base = base
        pairs.append(
            ParamPair(
                method: method, param: param, world: world ?? self.world,
                base: { site in try base(site).setting(more) }, value: { _ in value }, sight: sight,
                mayBeRefused: mayBeRefused, showsEveryWord: everyWord ?? (sight == nil)))
    }

    /// The second request has a value that only the site knows.
    mutating func pair(_ param: String, from value: @escaping @Sendable (TestSite) throws -> JSONValue?) {
        pairs.append(ParamPair(method: method, param: param, world: world, base: base, value: value))
    }

    /// What every list has.
    ///
    /// - Parameter first: the key of the first row.
    mutating func pages(after first: JSONValue) {
        pair("limit", 1)
        pair("after", first)
    }
}

extension ParamTable {
    static let whole: ParamTable = {
        var table = ParamTable()
        table.layouts()
        table.goods()
        table.packingRules()
        table.boxesAndTotes()
        table.stock()
        table.allocation()
        table.orders()
        table.people()
        table.tours()
        table.tasks()
        table.bench()
        table.parcelsAndLabels()
        table.events()
        table.imports()
        return table
    }()
}
