import JSON
public import WarehouseLayout

/// Answers the lines of `wms plan tour`: one request in, one tour out.
public struct PlanTour: Sendable {
    /// How much work a tour is given, and by which rule it is walked.
    public struct Settings: Sendable {
        /// Nil for the optimum.
        public var policy: RoutingPolicy?
        public var effort: Int?
        public var seed: UInt64 = 1
        /// Go on searching until this is used up; answers then depend on the machine.
        public var budgetMS: Int?

        public init() {}
    }

    private let layout: PlanLayout?
    private let planner: TourPlanner?
    private let settings: Settings
    private let elapsedMicroseconds: @Sendable () -> Int

    /// - Parameters:
    ///   - layout: nil where only matrices are asked.
    ///   - elapsedMicroseconds: a clock that never goes back, for `solve_us` and the budget.
    public init(layout: Layout?, settings: Settings, elapsedMicroseconds: @escaping @Sendable () -> Int) {
        self.layout = layout.map(PlanLayout.init)
        planner = layout.map(TourPlanner.init)
        self.settings = settings
        self.elapsedMicroseconds = elapsedMicroseconds
    }

    /// The answer to one line, and whether it is a tour.
    public func answer(line: String) -> (text: String, ok: Bool) {
        let request: JSONValue
        do { request = try JSONValue(parsing: line) } catch {
            return (PlanFault.malformed("no JSON object: \(error)").line(id: nil), false)
        }
        let id = request["id"] ?? nil
        guard request.object != nil else {
            return (PlanFault.malformed("a line must be an object").line(id: nil), false)
        }
        do throws(PlanFault) {
            let began = elapsedMicroseconds()
            var answer = try answer(to: request)
            answer["solve_us"] = .int(elapsedMicroseconds() - began)
            return (
                JSONValue.object(JSONObject([("id", id)] + answer.members.map { ($0.key, $0.value) }))
                    .description, true
            )
        } catch {
            return (error.line(id: id), false)
        }
    }

    private func answer(to request: JSONValue) throws(PlanFault) -> JSONObject {
        if let matrix = request["matrix"] { return try matrixTour(matrix, request) }
        guard let layout, let planner else {
            throw .malformed("bins need --layout; without one, give \"matrix\"")
        }
        let start = try layout.start(request["start"])
        let end = try layout.end(request["end"], start: start)
        if let lines = request["lines"] { return try chosenTour(lines, start, end, layout, planner) }
        return try binTour(request["bins"], start, end, layout, planner)
    }
}

// MARK: The three kinds of request

extension PlanTour {
    private func binTour(
        _ bins: JSONValue?, _ start: PlaceID, _ end: PlaceID, _ layout: PlanLayout, _ planner: TourPlanner
    ) throws(PlanFault) -> JSONObject {
        var codes: [JSONValue] = []
        var stops: [TourStop] = []
        var binOrder: [Int] = []
        for entry in try PlanLayout.list(bins, "bins") {
            let code = try PlanLayout.text(entry["bin"] ?? entry, "bin")
            let precedence = entry["class"] == nil ? 0 : try PlanLayout.int(entry["class"], "class")
            let place = try layout.place(of: code)
            codes.append(.string(code))
            stops.append(TourStop(place: place, precedenceClass: precedence))
            binOrder.append(layout.layout.binIndex(code) ?? .max)
        }
        let tour: Tour
        do throws(RoutingError) {
            if settings.policy == .code {
                tour = try planner.plan(from: start, to: end, stops: stops, codeOrder: binOrder)
            } else {
                tour = try plan(planner, start, end, stops)
            }
        } catch { throw PlanFault(error) }
        return [
            "stops": .array(tour.order.map { codes[$0] }), "length_m": tour.lengthMM.metres,
            "lower_bound_m": tour.lowerBoundMM.metres, "optimal": .bool(tour.isOptimal),
            "method": .string(settings.policy?.rawValue ?? tour.method.rawValue),
        ]
    }

    private func chosenTour(
        _ lines: JSONValue, _ start: PlaceID, _ end: PlaceID, _ layout: PlanLayout, _ planner: TourPlanner
    ) throws(PlanFault) -> JSONObject {
        let lines = try PlanLines(lines, on: layout)
        let chosen: ChosenTour
        do throws(RoutingError) {
            chosen = try BinChoice(planner: planner).plan(
                lines.asked, from: start, to: end, effort: settings.effort ?? BinChoice.defaultEffort,
                seed: settings.seed)
        } catch { throw PlanFault(error) }
        return [
            "stops": lines.stops(chosen.picks), "length_m": chosen.lengthMM.metres,
            "lower_bound_m": chosen.lowerBoundMM.metres,
            "optimal": .bool(chosen.isOptimal), "method": .string(chosen.method.rawValue),
        ]
    }

    private func matrixTour(_ matrix: JSONValue, _ request: JSONValue) throws(PlanFault) -> JSONObject {
        var rows: [[Int]] = []
        for row in try PlanLayout.list(matrix, "matrix") {
            var numbers: [Int] = []
            for number in try PlanLayout.list(row, "a row of the matrix") {
                numbers.append(try PlanLayout.int(number, "a distance"))
            }
            rows.append(numbers)
        }
        let start = request["start"] == nil ? 0 : try PlanLayout.int(request["start"], "start")
        let end = request["end"] == nil ? start : try PlanLayout.int(request["end"], "end")
        let others = rows.indices.filter { $0 != start && $0 != end }
        let tour: Tour
        do throws(RoutingError) {
            tour = try plan(
                TourPlanner(ground: try DistanceMatrix(rows: rows)), PlaceID(index: start),
                PlaceID(index: end),
                others.map { TourStop(place: PlaceID(index: $0)) })
        } catch { throw PlanFault(error) }
        return [
            "stops": .array(tour.order.map { .int(others[$0]) }), "length": .int(tour.lengthMM),
            "lower_bound": .int(tour.lowerBoundMM), "optimal": .bool(tour.isOptimal),
            "method": .string(tour.method.rawValue),
        ]
    }

    /// One tour by policy or effort; with a budget, the best of ever longer searches until it is used up.
    private func plan(
        _ planner: TourPlanner, _ start: PlaceID, _ end: PlaceID, _ stops: [TourStop]
    ) throws(RoutingError) -> Tour {
        if let policy = settings.policy {
            return try planner.plan(from: start, to: end, stops: stops, policy: policy)
        }
        let began = elapsedMicroseconds()
        var effort = settings.effort ?? TourPlanner.defaultEffort
        var seed = settings.seed
        var best = try planner.plan(from: start, to: end, stops: stops, effort: effort, seed: seed)
        guard let budget = settings.budgetMS else { return best }
        while !best.isOptimal, 2 * (elapsedMicroseconds() - began) < budget * 1_000 {
            effort *= 2
            seed &+= 1
            let tour = try planner.plan(from: start, to: end, stops: stops, effort: effort, seed: seed)
            if tour.lengthMM < best.lengthMM { best = tour }
        }
        return best
    }
}
