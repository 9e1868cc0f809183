import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Planning lines whose bins are chosen")
struct PlanLinesTests {
    private static let yaml = """
        warehouse: W
        name: Two aisles
        bin_name: "{shelf:02}-{aisle}-{level:A}{column}"
        cross_aisles: [{id: FRONT, y: 0}, {id: BACK, y: 30}]
        aisles:
          - {id: A..B, x: 0, pitch: 5, shelves: {count: 20, first_y: 1.5, length: 3, sides: both, bins: {columns: 3, levels: 2, size: [900, 600, 400]}}}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: 0}
          - {id: PACK-1, kind: pack, x: 5, y: 0}
        """

    private func answer(_ line: String, policy: RoutingPolicy? = nil) throws -> String {
        let layout = try Layout(yaml: Self.yaml, file: "w.yaml")
        var settings = PlanTour.Settings()
        settings.policy = policy
        return PlanTour(layout: layout, settings: settings) { 0 }.answer(line: line).text
    }

    @Test("what expires first is used up before later days are touched, however far it lies")
    func firstExpiredFirst() throws {
        let text = try answer(
            #"{"id":"f","lines":[{"sku":"TEA","qty":5,"bins":[{"bin":"A-1-02","available":9,"expiry":"2026-09-01"},{"bin":"B-19-01","available":2,"expiry":"2026-08-01"},{"bin":"B-1-01","available":9,"expiry":"2026-09-01"},{"bin":"A-1-01","available":9}]}]}"#
        )
        #expect(text.contains(#"{"bin":"B-1-01","sku":"TEA","qty":3},{"bin":"B-19-01","sku":"TEA","qty":2}"#))
        #expect(text.contains(#""optimal":true"#))
    }

    @Test("a line that names a lot is served from that lot alone")
    func lot() throws {
        let text = try answer(
            #"{"id":"l","lines":[{"sku":"TEA","qty":1,"lot":"L2","bins":[{"bin":"A-1-02","available":9,"lot":"L1"},{"bin":"B-19-01","available":2,"lot":"L2"}]}]}"#
        )
        #expect(text.contains(#""stops":[{"bin":"B-19-01","sku":"TEA","qty":1}]"#))
    }

    @Test("lines of one SKU share their bins; the answer divides the pieces where lines have numbers")
    func sharedBins() throws {
        let bins = #""bins":[{"bin":"A-1-02","available":2},{"bin":"A-1-05","available":3}]"#
        let total = try answer(
            #"{"id":"s","lines":[{"sku":"TEA","qty":3,\#(bins)},{"sku":"TEA","qty":2,\#(bins)}]}"#)
        #expect(
            total.contains(
                #""stops":[{"bin":"A-1-05","sku":"TEA","qty":3},{"bin":"A-1-02","sku":"TEA","qty":2}],"#))
        let divided = try answer(
            #"{"id":"s","lines":[{"line":1,"sku":"TEA","qty":4,\#(bins)},{"line":"2","sku":"TEA","qty":1,\#(bins)}]}"#
        )
        #expect(
            divided.contains(
                #""stops":[{"bin":"A-1-05","sku":"TEA","qty":3,"line":1},{"bin":"A-1-02","sku":"TEA","qty":1,"line":1},{"bin":"A-1-02","sku":"TEA","qty":1,"line":"2"}],"#
            ))
        #expect(divided.contains(#""optimal":true"#))
    }

    @Test("lines of a lower class are picked first; what is proven without classes is not claimed with them")
    func classes() throws {
        let near =
            #"{"sku":"TEA","qty":1,"class":2,"bins":[{"bin":"A-1-02","available":1},{"bin":"B-19-01","available":9}]}"#
        let text = try answer(
            #"{"id":"c","lines":[\#(near),{"sku":"SALT","qty":1,"class":1,"bins":[{"bin":"B-1-02","available":1}]}]}"#
        )
        #expect(
            text.contains(
                #""stops":[{"bin":"B-1-02","sku":"SALT","qty":1},{"bin":"A-1-02","sku":"TEA","qty":1}],"length_m":21.0,"lower_bound_m":11.0,"optimal":false"#
            ))
    }

    @Test(
        "bins are chosen for the shortest walk, then walked by the policy", arguments: RoutingPolicy.allCases)
    func policies(policy: RoutingPolicy) throws {
        let text = try answer(
            #"{"id":"p","lines":[{"sku":"TEA","qty":1,"bins":[{"bin":"B-19-01","available":1},{"bin":"A-1-02","available":9}]},{"sku":"SALT","qty":1,"bins":[{"bin":"B-1-02","available":1}]}]}"#,
            policy: policy)
        #expect(text.contains(#""bin":"A-1-02","sku":"TEA""#))
        #expect(text.contains(#""method":"\#(policy.rawValue)""#))
        #expect(text.contains(#""lower_bound_m":11.0"#))
    }

    @Test(
        "what cannot be served is said with the SKU",
        arguments: [
            (
                #"{"sku":"TEA","qty":5,"bins":[{"bin":"A-1-02","available":4}]}"#,
                "TEA: 5 asked, its bins hold 4"
            ),
            (
                #"{"sku":"TEA","qty":1,"lot":"L9","bins":[{"bin":"A-1-02","available":4,"lot":"L1"}]}"#,
                "TEA: 1 asked, its bins hold 0"
            ),
            (#"{"sku":"TEA","qty":-1,"bins":[]}"#, "qty of TEA is -1; give 0 to 1000000000"),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":-4}]}"#,
                "available of TEA in A-1-02 is -4"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4,"expiry":"soon"}]}"#,
                "expiry in A-1-02 is soon; give a day"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4},{"bin":"A-1-02","available":4}]}"#,
                "TEA in A-1-02 is offered twice"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4},{"bin":"01-A-A2","available":4}]}"#,
                "TEA in 01-A-A2 is offered twice"
            ),
            (
                #"{"sku":"TEA","qty":9007199254740991,"bins":[]}"#,
                "qty of TEA is 9007199254740991; give 0 to 1000000000"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":1000000001}]}"#,
                "available of TEA in A-1-02 is 1000000001; give 0 to"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4,"class":1}]}"#,
                #"\"class\" of a bin of TEA is not known"#
            ),
            (
                #"{"sku":"TEA","qty":1,"clas":1,"bins":[]}"#,
                #"\"clas\" of an entry of lines is not known; did you mean \"class\"?"#
            ),
            (#"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02"}]}"#, "available of TEA in A-1-02 is missing"),
            (
                #"{"sku":"TEA","qty":3,"bins":[{"bin":"A-1-02","available":4}]},{"sku":"TEA","qty":2,"bins":[{"bin":"A-1-02","available":4}]}"#,
                "TEA: 5 asked on 2 lines, its bins hold 4"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4}]},{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":5}]}"#,
                "available of TEA in A-1-02 is 4 on one line and 5 on another"
            ),
            (
                #"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4}]},{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4},{"bin":"A-1-05","available":4}]}"#,
                "TEA in A-1-05 is offered to one line and not to another"
            ),
            (
                #"{"sku":"TEA","qty":1,"class":1,"bins":[{"bin":"A-1-02","available":4}]},{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4}]}"#,
                "TEA is in class 1 on one line and in 0 on another"
            ),
        ])
    func faults(line: String, message: String) throws {
        #expect(try answer(#"{"id":"x","lines":[\#(line)]}"#).contains(message))
    }
}
