import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Planning lines")
struct PlanTests {
    private static let yaml = """
        warehouse: W
        name: Two aisles
        cross_aisles: [{id: FRONT, y: 0}, {id: BACK, y: 30}]
        aisles:
          - {id: A..B, x: 0, pitch: 5, shelves: {count: 20, first_y: 1.5, length: 3, sides: both, bins: {columns: 3, levels: 2, size: [900, 600, 400]}}}
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
}
