import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Planning lines whose bins are chosen")
struct PlanLinesTests {
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

    private func answer(_ line: String) throws -> String {
        let layout = try Layout(yaml: Self.yaml, file: "w.yaml")
        return PlanTour(layout: layout, settings: .init()) { 0 }.answer(line: line).text
    }

    @Test("what expires first is taken whole before later days are touched, however far it lies")
    func firstExpiredFirst() throws {
        let text = try answer(
            #"{"id":"f","lines":[{"sku":"TEA","qty":5,"bins":[{"bin":"A-1-02","available":9,"expiry":"2026-09-01"},{"bin":"B-19-01","available":2,"expiry":"2026-08-01"},{"bin":"B-1-01","available":9,"expiry":"2026-09-01"},{"bin":"A-1-01","available":9}]}]}"#)
        #expect(text.contains(#"{"bin":"B-1-01","sku":"TEA","qty":3},{"bin":"B-19-01","sku":"TEA","qty":2}"#))
        #expect(text.contains(#""optimal":true"#))
    }

    @Test("a line that names a lot is served from that lot alone")
    func lot() throws {
        let text = try answer(
            #"{"id":"l","lines":[{"sku":"TEA","qty":1,"lot":"L2","bins":[{"bin":"A-1-02","available":9,"lot":"L1"},{"bin":"B-19-01","available":2,"lot":"L2"}]}]}"#)
        #expect(text.contains(#""stops":[{"bin":"B-19-01","sku":"TEA","qty":1}]"#))
    }

    @Test(
        "what cannot be served is said with the SKU",
        arguments: [
            (#"{"sku":"TEA","qty":5,"bins":[{"bin":"A-1-02","available":4}]}"#, "TEA: 5 asked, its bins hold 4"),
            (#"{"sku":"TEA","qty":1,"lot":"L9","bins":[{"bin":"A-1-02","available":4,"lot":"L1"}]}"#, "TEA: 1 asked, its bins hold 0"),
            (#"{"sku":"TEA","qty":-1,"bins":[]}"#, "qty of TEA is -1; give 0 or more"),
            (#"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":-4}]}"#, "available of TEA in A-1-02 is -4"),
            (#"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4,"expiry":"soon"}]}"#, "expiry in A-1-02 is soon; give a day"),
            (#"{"sku":"TEA","qty":1,"bins":[{"bin":"A-1-02","available":4},{"bin":"A-1-02","available":4}]}"#, "TEA in A-1-02 is offered twice"),
        ])
    func faults(line: String, message: String) throws {
        #expect(try answer(#"{"id":"x","lines":[\#(line)]}"#).contains(message))
    }
}
