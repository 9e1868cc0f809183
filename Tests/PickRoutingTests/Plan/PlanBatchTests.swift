import MomentTexts
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Planning batches")
struct PlanBatchTests {
    private static let yaml = """
        warehouse: W
        name: Three aisles
        closed: [C-1]
        cross_aisles: [{id: FRONT, y: 0}, {id: BACK, y: 30}]
        aisles:
          - {id: A..C, x: 0, pitch: 5, shelves: {count: 20, first_y: 1.5, length: 3, sides: both, bins: {columns: 3, levels: 2, size: [900, 600, 400]}}}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: 0}
          - {id: PACK-1, kind: pack, x: 5, y: 0}
        """

    private func plan(_ limits: CartLimits, begin: String? = nil) throws -> PlanBatch {
        var settings = PlanBatch.Settings(limits: limits)
        settings.begin = begin.flatMap { PlanMoment($0) }
        return PlanBatch(layout: try Layout(yaml: Self.yaml, file: "w.yaml"), settings: settings)
    }

    @Test("orders become tours and totals")
    func totals() throws {
        var plan = try plan(CartLimits(totes: 2, weightG: 500))
        #expect(plan.add(line: #"{"id":"1","bins":["A-1-02"],"weight_g":200}"#) == nil)
        #expect(plan.add(line: #"{"id":"2","bins":["B-19-02"],"weight_g":200}"#) == nil)
        #expect(plan.add(line: #"{"id":"3","bins":["A-1-05"],"weight_g":200}"#) == nil)
        let (lines, ok) = plan.answer()
        #expect(ok)
        #expect(
            lines == [
                #"{"orders":["1","3"],"stops":["A-1-02","A-1-05"],"length_m":8.0}"#,
                #"{"orders":["2"],"stops":["B-19-02"],"length_m":62.0}"#,
                #"{"total_m":70.0,"fcfs_m":73.0,"single_m":78.0,"tours":2,"lower_bound_m":70.0,"optimal":true}"#,
            ])
    }

    @Test(
        "a bad line says what is wrong, and how to fix it; the others go on",
        arguments: [
            ("nonsense", "malformed", "no JSON object"),
            (#"{"bins":[]}"#, "malformed", "needs an id"),
            (#"{"id":"1","bins":["A-1-02"]}"#, "malformed", "order 1 stands twice"),
            (#"{"id":"4","bins":"A-1-02"}"#, "malformed", "bins of order 4 must be a list"),
            (#"{"id":"4","bins":["Z-1-02"]}"#, "unknown_place", "Z-1-02 is neither a bin nor a station"),
            (
                #"{"id":"4","bins":["A-1-02"],"weight_g":501}"#, "order_too_large",
                "order 4 alone exceeds the cart's 500 g"
            ),
            (#"{"id":"4","bins":["A-1-02"],"volume_ml":901}"#, "order_too_large", "the cart's 900 ml"),
            (
                #"{"id":"4","bins":["A-1-02"],"weight_g":-1}"#, "malformed",
                "weight_g of order 4 is -1; give 0 to 1000000000"
            ),
            (
                #"{"id":"4","bins":["A-1-02"],"volume_ml":1000000001}"#, "malformed",
                "volume_ml of order 4 is 1000000001; give 0 to 1000000000"
            ),
            (
                #"{"id":"4","bins":["A-1-02"],"wieght_g":5}"#, "malformed",
                #"\"wieght_g\" of order 4 is not known; did you mean \"weight_g\"?"#
            ),
            (#"{"id":"4","bins":["C-1-02"]}"#, "closed_bin", "C-1-02 is on a closed shelf"),
            (#"{"id":"4","bins":["A-1-02"],"due":"noon"}"#, "malformed", "due is noon; give a time like"),
            (#"{"id":"4","bins":["A-1-02"],"due":"2026-05-06T14:00:00Z"}"#, "malformed", "give --begin"),
        ])
    func faults(line: String, kind: String, message: String) throws {
        var plan = try plan(CartLimits(totes: 2, weightG: 500, volumeML: 900))
        #expect(plan.add(line: #"{"id":"1","bins":["A-1-02"]}"#) == nil)
        let answer = plan.add(line: line)
        let fault = try #require(answer)
        #expect(fault.contains(#""kind":"\#(kind)""#))
        #expect(fault.contains(message))
        #expect(plan.answer().lines.count == 2)
    }

    @Test("the volume of the goods parts orders that the totes would hold")
    func volume() throws {
        var plan = try plan(CartLimits(totes: 9, volumeML: 1_000))
        for id in 1...4 {
            #expect(plan.add(line: #"{"id":"\#(id)","bins":["A-1-02"],"volume_ml":500}"#) == nil)
        }
        #expect(plan.answer().lines.last?.contains(#""tours":2"#) == true)
    }

    @Test("what is due first is walked first, alone if it must be")
    func dueFirst() throws {
        var plan = try plan(CartLimits(totes: 3), begin: "2026-05-06T14:00:00Z")
        #expect(plan.add(line: #"{"id":"1","bins":["B-19-02"]}"#) == nil)
        #expect(plan.add(line: #"{"id":"2","bins":["A-1-02"],"due":"2026-05-06T16:00:25+02:00"}"#) == nil)
        let lines = plan.answer().lines
        #expect(
            lines == [
                #"{"orders":["2"],"stops":["A-1-02"],"length_m":8.0,"done":"2026-05-06T14:00:17Z"}"#,
                #"{"orders":["1"],"stops":["B-19-02"],"length_m":62.0,"done":"2026-05-06T14:01:19Z"}"#,
                #"{"total_m":70.0,"fcfs_m":65.0,"single_m":70.0,"tours":2,"lower_bound_m":62.0,"optimal":false,"late_s":0}"#,
            ])
    }

    @Test("moments are read with any offset and written in UTC", arguments: momentTexts)
    func moments(text: String, seconds: Int) {
        let moment = PlanMoment(text)
        #expect(moment?.secondsSince1970 == seconds)
        #expect(moment.flatMap { PlanMoment($0.description) } == moment)
    }

    @Test("what is no moment is none", arguments: textsThatAreNoMoment)
    func noMoments(text: String) { #expect(PlanMoment(text) == nil) }
}
