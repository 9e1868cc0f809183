import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Planning lines")
struct PlanTests {
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

    private func plan(_ settings: PlanTour.Settings = .init()) throws -> PlanTour {
        PlanTour(layout: try Layout(yaml: Self.yaml, file: "w.yaml"), settings: settings) { 0 }
    }

    @Test(
        "each request its answer",
        arguments: [
            (
                #"{"id":"t1","bins":["B-1-02","A-1-02"]}"#,
                #"{"id":"t1","stops":["A-1-02","B-1-02"],"length_m":11.0,"lower_bound_m":11.0,"optimal":true,"method":"aisle-dp","solve_us":0}"#,
                true
            ),
            (
                #"{"id":"m1","matrix":[[0,5,9],[5,0,3],[9,3,0]],"end":2}"#,
                #"{"id":"m1","stops":[1],"length":8,"lower_bound":8,"optimal":true,"method":"held-karp","solve_us":0}"#,
                true
            ),
            (
                #"{"id":"x","bins":["Z-9-01"]}"#,
                #"{"id":"x","error":{"kind":"unknown_place","message":"Z-9-01 is neither a bin nor a station of W; check the address"}}"#,
                false
            ),
            (
                #"{"id":"y","matrix":[[0,1],[1]]}"#,
                #"{"id":"y","error":{"kind":"malformed","message":"row 1 of the matrix has 1 numbers; give 2, one for each row"}}"#,
                false
            ),
            (
                #"{"id":"l","lines":[{"sku":"TEA","qty":3,"bins":[{"bin":"A-1-02","available":2},{"bin":"A-1-05","available":1},{"bin":"B-19-01","available":9}]}]}"#,
                #"{"id":"l","stops":[{"bin":"A-1-02","sku":"TEA","qty":2},{"bin":"A-1-05","sku":"TEA","qty":1}],"length_m":8.0,"lower_bound_m":8.0,"optimal":true,"method":"aisle-dp","solve_us":0}"#,
                true
            ),
        ])
    func answers(request: String, answer: String, ok: Bool) throws {
        let got = try plan().answer(line: request)
        #expect(got.text == answer)
        #expect(got.ok == ok)
    }

    @Test("lower classes come first, whatever the walk")
    func classes() throws {
        let line = #"{"id":"c","bins":[{"bin":"A-1-02","class":2},{"bin":"B-1-02","class":1}]}"#
        let got = try plan().answer(line: line).text
        #expect(got.contains(#""stops":["B-1-02","A-1-02"]"#))
        #expect(got.contains(#""optimal":true"#))
    }

    @Test(
        "what a line means is never guessed",
        arguments: [
            (#"{"id":"x","strat":"A-1-2","bins":[]}"#, #"\"strat\" is not known; did you mean \"start\"?"#),
            (
                #"{"id":"x","colour":"red","bins":[]}"#,
                #"\"colour\" is not known; known are id, start, end, first, bins"#
            ),
            (
                #"{"id":"x","bins":[],"lines":[]}"#,
                #"\"bins\" and \"lines\" stand side by side; give one of the two"#
            ),
            (#"{"id":"x","bins":["A-1-02"],"matrix":[[0]]}"#, #"\"bins\" and \"matrix\" stand side by side"#),
            (
                #"{"id":"x","bins":[{"bin":"A-1-02","clas":1}]}"#,
                #"\"clas\" of an entry of bins is not known; did you mean \"class\"?"#
            ),
            (#"{"id":"x","bins":["C-1-02"]}"#, "C-1-02 is on a closed shelf"),
            (#"{"id":"x","bins":[],"end":"C-2-02"}"#, nil),
            (#"{"id":"x","bins":[],"end":"C-1-02"}"#, "C-1-02 is on a closed shelf"),
            (#"{"id":"x","matrix":[]}"#, "the matrix is empty; give a row for each place"),
            (#"{"id":"x","matrix":[[0,1000000000],[1000000000,0]]}"#, nil),
            (
                #"{"id":"x","matrix":[[0,1000000001],[1000000001,0]]}"#,
                "the distance 1000000001 from place 1 to place 0 is out of range"
            ),
        ] as [(String, String?)])
    func strictness(request: String, message: String?) throws {
        let got = try plan().answer(line: request)
        #expect(got.ok == (message == nil), "\(got.text)")
        if let message { #expect(got.text.contains(message), "\(got.text)") }
    }

    @Test(
        "the bin named first is called at first, whatever its class and the rule of the walk",
        arguments: [RoutingPolicy?.none, .return, .code])
    func first(policy: RoutingPolicy?) throws {
        var settings = PlanTour.Settings()
        settings.policy = policy
        let line = #"{"id":"f","first":"b-1-2","bins":["A-1-02","A-2-02",{"bin":"B-1-02","class":2}]}"#
        let got = try plan(settings).answer(line: line).text
        #expect(got.contains(#""stops":["B-1-02","A-1-02","A-2-02"],"length_m":21.0"#))
    }

    @Test(
        "a first bin that is none of the bins is refused",
        arguments: [
            (#""bins":["A-1-02"]"#, "first is B-2-02, which is none of the bins; name one of them"),
            (#""lines":[]"#, "first goes with bins; leave it out of lines"),
            (#""matrix":[[0]]"#, "first goes with bins; leave it out of matrix"),
        ])
    func refusedFirst(stops: String, message: String) throws {
        let got = try plan().answer(line: #"{"id":"f","first":"B-2-02",\#(stops)}"#)
        #expect(!got.ok)
        #expect(got.text.contains(message))
    }

    @Test("a tour that cannot be walked is refused with the names of bins and stations")
    func noWay() throws {
        let yaml = Self.yaml.replacing("y: 0}, {", with: "y: 0, one_way: right}, {")
            .replacing("y: 30}", with: "y: 30, one_way: right}")
            .replacing("closed: [C-1]\n", with: "").replacing("A..C", with: "A..B")
        let plan = PlanTour(layout: try Layout(yaml: yaml, file: "w.yaml"), settings: .init()) { 0 }
        #expect(plan.answer(line: #"{"id":"n","bins":["B-1-02","A-1-02"]}"#).ok)
        for line in [
            #"{"id":"n","bins":["A-1-02","B-1-02"],"first":"B-1-02"}"#,
            #"{"id":"n","bins":[{"bin":"A-1-02","class":2},"B-1-02"]}"#,
        ] {
            let got = plan.answer(line: line)
            #expect(got.text.contains(#""kind":"no_way""#) && !got.ok)
            #expect(got.text.contains("no way leads from B-1-02 to A-1-02"))
        }
    }
}
