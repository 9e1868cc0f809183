import JSON
public import WarehouseLayout

/// Answers `wms plan batch`: orders in, one a line; at the end the tours and what they save.
public struct PlanBatch {
    private let layout: PlanLayout
    private let planner: TourPlanner
    private let limits: CartLimits
    private let effort: Int
    private let seed: UInt64
    private var ids: [JSONValue] = []
    private var codes: [[String]] = []
    private var orders: [BatchOrder] = []

    public init(
        layout: Layout, limits: CartLimits, effort: Int = BatchPlanner.defaultEffort, seed: UInt64 = 1
    ) {
        self.layout = PlanLayout(layout: layout)
        planner = TourPlanner(layout: layout)
        self.limits = limits
        self.effort = effort
        self.seed = seed
    }

    /// Takes one order; returns the error line where it cannot be taken.
    public mutating func take(line: String) -> String? {
        let request: JSONValue
        do { request = try JSONValue(parsing: line) } catch {
            return PlanFault.malformed("no JSON object: \(error)").line(id: nil)
        }
        let id = request["id"] ?? nil
        do throws(PlanFault) {
            guard id.string != nil else { throw PlanFault.malformed("an order needs an id, a text") }
            var names: [String] = []
            var places: [PlaceID] = []
            for entry in try PlanLayout.list(request["bins"], "bins") {
                let code = try PlanLayout.text(entry, "a bin")
                names.append(code)
                places.append(try layout.place(of: code))
            }
            let weight =
                request["weight_g"] == nil ? nil : try PlanLayout.int(request["weight_g"], "weight_g")
            if let most = limits.weightG, weight ?? 0 > most {
                throw PlanFault(RoutingError.orderTooLarge(orders.count, limit: "\(most) g"))
            }
            ids.append(id)
            codes.append(names)
            orders.append(BatchOrder(places: places, weightG: weight ?? 0))
            return nil
        } catch {
            return error.line(id: id)
        }
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
            let batcher = BatchPlanner(planner: planner, limits: limits)
            let batching = try batcher.plan(orders, from: start, to: end, effort: effort, seed: seed)
            var lines: [String] = []
            var total = 0
            for batch in batching.batches {
                let stops = batch.orders.flatMap { order in orders[order].places }
                let names = batch.orders.flatMap { codes[$0] }
                let tour = try planner.plan(
                    from: start, to: end, stops: stops.map { TourStop(place: $0) }, seed: seed)
                total += tour.lengthMM
                let answer: JSONObject = [
                    "orders": .array(batch.orders.map { ids[$0] }),
                    "stops": .array(tour.order.map { .string(names[$0]) }), "length_m": tour.lengthMM.metres,
                ]
                lines.append(JSONValue.object(answer).description)
            }
            let served = try batcher.firstComeFirstServed(orders, from: start, to: end)
            let single = try batcher.oneByOne(orders, from: start, to: end)
            let totals: JSONObject = [
                "total_m": total.metres, "fcfs_m": served.totalMM.metres, "single_m": single.totalMM.metres,
                "tours": .int(batching.batches.count),
            ]
            return lines + [JSONValue.object(totals).description]
        } catch {
            throw PlanFault(error)
        }
    }
}
