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
        /// Search until this is spent; answers then depend on the machine.
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

    private static let members = ["id", "start", "end", "first", "bins", "lines", "matrix"]

    private func answer(to request: JSONValue) throws(PlanFault) -> JSONObject {
        let fields = try PlanFields(request, known: Self.members)
        let asked = ["bins", "lines", "matrix"].filter { fields[$0] != nil }
        if asked.count > 1 {
            throw .malformed("\"\(asked[0])\" and \"\(asked[1])\" stand side by side; give one of the two")
        }
        if fields["first"] != nil, let other = asked.first, other != "bins" {
            throw .malformed("first goes with bins; leave it out of \(other)")
        }
        if fields["matrix"] != nil { return try matrixTour(fields) }
        guard let layout, let planner else {
            throw .malformed("bins need --layout; without one, give \"matrix\"")
        }
        let start = try layout.start(try fields.text("start"))
        let end = try layout.end(try fields.text("end"), start: start)
        let search = PlanSearch(
            planner: planner, start: start, end: end, settings: settings, elapsedMicroseconds)
        if fields["lines"] != nil { return try chosenTour(fields, search, layout) }
        return try binTour(fields, search, layout)
    }
}

// MARK: The three kinds of request

extension PlanTour {
    private func binTour(
        _ fields: PlanFields, _ search: PlanSearch, _ layout: PlanLayout
    ) throws(PlanFault) -> JSONObject {
        var codes: [String] = []
        var stops: [TourStop] = []
        var codeOrder: [Int] = []
        for entry in try fields.list("bins") {
            let (code, stop) = try self.stop(entry, on: layout)
            codes.append(code)
            stops.append(stop)
            codeOrder.append(layout.layout.binIndex(code) ?? .max)
        }
        let first = try first(fields.text("first"), among: codes, on: layout)
        let tour: Tour
        do throws(RoutingError) {
            tour = try search.tour(through: stops, codeOrder: codeOrder, first: first)
        } catch { throw PlanFault(error) { layout.name(of: $0, asked: codes) } }
        return [
            "stops": .array(tour.order.map { .string(codes[$0]) }), "length_m": tour.lengthMM.metres,
            "lower_bound_m": tour.lowerBoundMM.metres, "optimal": .bool(tour.isOptimal),
            "method": .string(settings.policy?.rawValue ?? tour.method.rawValue),
        ]
    }

    /// A bin's code, or an object with its code and its class.
    private func stop(_ entry: JSONValue, on layout: PlanLayout) throws(PlanFault) -> (
        code: String, stop: TourStop
    ) {
        if let code = entry.string { return (code, TourStop(place: try layout.place(of: code))) }
        let fields = try PlanFields(entry, of: "an entry of bins", known: ["bin", "class"])
        let code = try fields.required("bin", try fields.text("bin"))
        return (
            code, TourStop(place: try layout.place(of: code), precedenceClass: try fields.int("class") ?? 0)
        )
    }

    /// Which of the bins comes first, where the request says so.
    private func first(_ code: String?, among codes: [String], on layout: PlanLayout) throws(PlanFault)
        -> Int?
    {
        guard let code else { return nil }
        let bin = layout.layout.binIndex(code)
        let index = codes.firstIndex { $0 == code || bin != nil && layout.layout.binIndex($0) == bin }
        guard let index else {
            throw .unknown("first is \(code), which is none of the bins; name one of them")
        }
        return index
    }

    private func chosenTour(
        _ fields: PlanFields, _ search: PlanSearch, _ layout: PlanLayout
    ) throws(PlanFault) -> JSONObject {
        let lines = try PlanLines(try fields.list("lines"), on: layout)
        let chosen: ChosenTour
        do throws(RoutingError) { chosen = try search.chosen(for: lines) } catch {
            throw PlanFault(error) { layout.name(of: $0) }
        }
        return [
            "stops": lines.stops(chosen.picks), "length_m": chosen.lengthMM.metres,
            "lower_bound_m": chosen.lowerBoundMM.metres, "optimal": .bool(chosen.isOptimal),
            "method": .string(settings.policy?.rawValue ?? chosen.method.rawValue),
        ]
    }

    private func matrixTour(_ fields: PlanFields) throws(PlanFault) -> JSONObject {
        var rows: [[Int]] = []
        let list = try fields.list("matrix")
        if list.isEmpty { throw .malformed("the matrix is empty; give a row for each place") }
        if list.count > RoutingLimits.matrixPlacesMax {
            throw .malformed(
                "the matrix has \(list.count) rows; give at most \(RoutingLimits.matrixPlacesMax)")
        }
        for row in list {
            guard let row = row.array else { throw .malformed("a row of the matrix must be a list") }
            var numbers: [Int] = []
            for number in row {
                guard let number = number.int else { throw .malformed("a distance must be a whole number") }
                numbers.append(number)
            }
            rows.append(numbers)
        }
        let start = try fields.int("start") ?? 0
        let end = try fields.int("end") ?? start
        let others = rows.indices.filter { $0 != start && $0 != end }
        let tour: Tour
        do throws(RoutingError) {
            let planner = TourPlanner(ground: try DistanceMatrix(rows: rows))
            let search = PlanSearch(
                planner: planner, start: PlaceID(index: start), end: PlaceID(index: end), settings: settings,
                elapsedMicroseconds)
            tour = try search.tour(
                through: others.map { TourStop(place: PlaceID(index: $0)) }, codeOrder: others)
        } catch { throw PlanFault(error) { "place \($0.index)" } }
        return [
            "stops": .array(tour.order.map { .int(others[$0]) }), "length": .int(tour.lengthMM),
            "lower_bound": .int(tour.lowerBoundMM), "optimal": .bool(tour.isOptimal),
            "method": .string(tour.method.rawValue),
        ]
    }
}
