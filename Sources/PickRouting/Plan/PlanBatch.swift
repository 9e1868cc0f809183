import JSON
public import WarehouseLayout

/// Answers `wms plan batch`: orders in, one a line; at the end the tours and what they save.
public struct PlanBatch {
    /// What the carts carry, how fast tours are done, and how much is tried.
    public struct Settings: Sendable {
        public var limits: CartLimits
        public var pickers = 1
        /// For each bin of an order, in seconds.
        public var pickS = 10
        /// When picking begins; needed where orders are due.
        public var begin: PlanMoment?
        public var effort = BatchPlanner.defaultEffort
        public var seed: UInt64 = 1

        public init(limits: CartLimits) { self.limits = limits }
    }

    private typealias NamedPlace = (code: String, place: PlaceID)

    private static let members = ["id", "bins", "weight_g", "volume_ml", "due"]

    private let layout: PlanLayout
    private let planner: TourPlanner
    private let settings: Settings
    private let pace: PickingPace
    private var ids: [String] = []
    private var known: Set<String> = []
    private var codes: [[String]] = []
    private var orders: [BatchOrder] = []
    private var placeCount = 0

    public init(layout: Layout, settings: Settings) {
        self.layout = PlanLayout(layout: layout)
        self.settings = settings
        planner = TourPlanner(layout: layout)
        pace = PickingPace(
            pickers: settings.pickers, walkMMPerS: layout.walkSpeedMMPerS, pickS: settings.pickS)
    }

    /// Adds one order.
    ///
    /// - Returns: the error line where the order cannot be planned; nil where it can.
    public mutating func add(line: String) -> String? {
        let request: JSONValue
        do { request = try JSONValue(parsing: line) } catch {
            return PlanFault.malformed("no JSON object: \(error)").line(id: nil)
        }
        do throws(PlanFault) {
            try add(request)
            return nil
        } catch {
            return error.line(id: request["id"] ?? nil)
        }
    }

    private mutating func add(_ request: JSONValue) throws(PlanFault) {
        guard let id = request["id"]?.string else { throw .malformed("an order needs an id, a text") }
        if known.contains(id) { throw .malformed("order \(id) stands twice; ids must differ") }
        let fields = try PlanFields(request, of: "order \(id)", known: Self.members)
        let bins = try bins(of: fields, id)
        try checkRoom(for: bins.count)
        let order = BatchOrder(
            places: bins.map(\.place), weightG: try fields.amount("weight_g") ?? 0,
            volumeML: try fields.amount("volume_ml") ?? 0, dueS: try due(fields))
        if let limit = settings.limits.exceeded(by: order) {
            throw PlanFault(
                kind: "order_too_large",
                message: "order \(id) alone exceeds the cart's \(limit); raise the limit or split the order")
        }
        ids.append(id)
        known.insert(id)
        codes.append(bins.map(\.code))
        orders.append(order)
        placeCount += bins.count
    }

    private func checkRoom(for bins: Int) throws(PlanFault) {
        guard orders.count < RoutingLimits.ordersMax else {
            throw .malformed(
                "more than \(RoutingLimits.ordersMax) orders; plan the others in a batch of their own")
        }
        guard placeCount + bins <= RoutingLimits.orderPlacesMax else {
            throw .malformed(
                "the orders have more than \(RoutingLimits.orderPlacesMax) bins; plan the others apart"
            )
        }
    }

    private func bins(of fields: PlanFields, _ id: String) throws(PlanFault) -> [NamedPlace] {
        var bins: [NamedPlace] = []
        for entry in try fields.list("bins") {
            guard let code = entry.string else {
                throw .malformed("a bin of order \(id) must be a text, not \(entry.typeName)")
            }
            bins.append((code, try layout.place(of: code)))
        }
        return bins
    }

    /// In seconds from the beginning.
    private func due(_ fields: PlanFields) throws(PlanFault) -> Int? {
        guard let text = try fields.text("due") else { return nil }
        guard let due = PlanMoment(text) else {
            throw .malformed("due is \(text); give a time like 2026-05-06T14:00:00Z")
        }
        guard let begin = settings.begin else {
            throw .malformed("due needs the time when picking begins; give --begin")
        }
        return due.secondsSince1970 - begin.secondsSince1970
    }

    /// One line a tour, then the line of totals.
    public func answer() -> (lines: [String], ok: Bool) {
        do throws(PlanFault) {
            let start = try layout.start(nil)
            let end = try layout.end(nil, start: start)
            return (try answer(from: start, to: end), true)
        } catch {
            return ([error.line(id: nil)], false)
        }
    }

    private func answer(from start: PlaceID, to end: PlaceID) throws(PlanFault) -> [String] {
        do throws(RoutingError) {
            let batcher = BatchPlanner(planner: planner, limits: settings.limits, pace: pace)
            let batching = try batcher.plan(
                orders, from: start, to: end, effort: settings.effort, seed: settings.seed)
            var lines: [String] = []
            var total = 0
            for batch in batching.batches {
                let stops = batch.orders.flatMap { order in orders[order].places }
                let tour = try planner.plan(
                    from: start, to: end, stops: stops.map { TourStop(place: $0) }, seed: settings.seed)
                total += tour.lengthMM
                lines.append(JSONValue.object(self.tour(batch, tour)).description)
            }
            let served = try batcher.firstComeFirstServed(orders, from: start, to: end)
            let single = try batcher.oneByOne(orders, from: start, to: end)
            var totals: JSONObject = [
                "total_m": total.metres, "fcfs_m": served.totalMM.metres, "single_m": single.totalMM.metres,
                "tours": .int(batching.batches.count), "lower_bound_m": batching.lowerBoundMM.metres,
                "optimal": .bool(batching.isOptimal),
            ]
            if hasDue { totals["late_s"] = .int(batching.latenessS) }
            return lines + [JSONValue.object(totals).description]
        } catch {
            throw PlanFault(error) { layout.name(of: $0) }
        }
    }

    private func tour(_ batch: Batching.Batch, _ tour: Tour) -> JSONObject {
        let names = batch.orders.flatMap { codes[$0] }
        var answer: JSONObject = [
            "orders": .array(batch.orders.map { .string(ids[$0]) }),
            "stops": .array(tour.order.map { .string(names[$0]) }), "length_m": tour.lengthMM.metres,
        ]
        if hasDue, let begin = settings.begin {
            let done = PlanMoment(secondsSince1970: begin.secondsSince1970 + batch.doneS)
            answer["done"] = .string(done.description)
        }
        return answer
    }

    private var hasDue: Bool { orders.contains { $0.dueS != nil } }
}
