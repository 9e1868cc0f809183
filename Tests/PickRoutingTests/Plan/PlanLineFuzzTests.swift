import Common
import JSON
import Testing
import WarehouseLayout

@testable import PickRouting

/// Lines made to hurt: whatever comes in, one line of JSON comes out, an error or a tour, and an order is added or
/// refused.
@Suite("Hostile plan lines")
struct PlanLineFuzzTests {
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
    private static let good = [
        #"{"id":"t","start":"DEPOT","end":"PACK-1","bins":["A-1-02",{"bin":"B-3-02","class":1}]}"#,
        #"{"id":"m","matrix":[[0,5,9],[5,0,3],[9,3,0]],"start":0,"end":2}"#,
        #"{"id":"l","lines":[{"sku":"TEA","qty":3,"lot":"L1","class":1,"line":7,"bins":[{"bin":"A-1-02","available":2,"lot":"L1","expiry":"2026-08-01"},{"bin":"A-9-05","available":9,"lot":"L1","expiry":"2026-08-01"},{"bin":"B-9-05","available":9,"lot":"L1"}]},{"sku":"SALT","qty":2,"bins":[{"bin":"A-4-01","available":2},{"bin":"B-8-05","available":9}]}]}"#,
        #"{"id":"o","bins":["A-1-02","B-3-02"],"weight_g":2300,"volume_ml":900,"due":"2026-05-06T14:00:00Z"}"#,
    ]
    private static let nasty = [
        "0", "-1", "1", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808",
        "9007199254740991", "1000000000", "1000000001", "0.5", "null", "true", "\"\"", "\"A-1-02\"",
        "\"01-A\"",
        "\"9999-12-31\"", "\"0000-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "[]", "{}", "[[]]",
        "[null]",
        "\"\\u0000\"", "[0,0,0]", #"{"bin":"A-1-02"}"#, #"["A-1-02","A-1-02"]"#,
        String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
    ]

    private struct Planners {
        let tour: PlanTour
        let batch: PlanBatch
    }

    private func planners(policy: RoutingPolicy? = nil) throws -> Planners {
        let layout = try Layout(yaml: Self.yaml, file: "w.yaml")
        var tour = PlanTour.Settings()
        (tour.effort, tour.policy) = (20, policy)
        var batch = PlanBatch.Settings(limits: CartLimits(totes: 2, weightG: 1_000_000_000))
        batch.begin = PlanMoment("2026-05-06T12:00:00Z")
        batch.effort = 2
        return Planners(
            tour: PlanTour(layout: layout, settings: tour) { 0 },
            batch: PlanBatch(layout: layout, settings: batch))
    }

    private func expectAnswer(_ line: String, _ planners: Planners) throws {
        let (text, ok) = planners.tour.answer(line: line)
        let answer = try JSONValue(parsing: text)
        #expect(!text.contains("\n"))
        #expect(ok == (answer["error"] == nil), "\(line)")
        #expect(ok == (answer["stops"] != nil), "\(line)")
        var batch = planners.batch
        let faults = (0..<3).map { copy in
            batch.add(line: line.replacing(#""id":"o""#, with: #""id":"o\#(copy)""#))
        }
        for fault in faults.compactMap({ $0 }) {
            #expect(try JSONValue(parsing: fault)["error"]?["message"]?.string?.isEmpty == false)
        }
        #expect(batch.answer().ok, "\(line)")
    }

    /// Every way to put a value in the place of one inside another.
    private func twists(of value: JSONValue, with other: JSONValue) -> [JSONValue] {
        var twists = [other]
        switch value {
        case .object(let object):
            for (key, member) in object.members {
                for twist in self.twists(of: member, with: other) {
                    var copy = object
                    copy[key] = twist
                    twists.append(.object(copy))
                }
                var copy = object
                copy[key] = nil
                twists.append(.object(copy))
            }
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                for twist in self.twists(of: element, with: other) {
                    var copy = elements
                    copy[index] = twist
                    twists.append(.array(copy))
                }
            }
            twists.append(.array(elements + elements))
        default: break
        }
        return twists
    }

    @Test("nasty values in every place are answered", arguments: nasty)
    func nastyValues(text: String) throws {
        let planners = try planners()
        let nasty = try JSONValue(parsing: text)
        for line in Self.good {
            for twist in try twists(of: JSONValue(parsing: line), with: nasty) {
                try expectAnswer(twist.description, planners)
            }
        }
    }

    @Test("torn and twisted lines are answered", arguments: seeds)
    func torn(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let planners = try planners(policy: random.chance(oneIn: 2) ? .largestGap : nil)
        for _ in 0..<(isQuick ? 20 : 500) {
            var bytes = Array(Self.good[random.next(in: 0..<Self.good.count)].utf8)
            for _ in 0..<random.next(in: 1...4) {
                let at = random.next(in: 0..<bytes.count)
                switch random.next(in: 0...3) {
                case 0: bytes[at] = UInt8(random.next(in: 0...255))
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + random.next(in: 1...30)))
                case 2:
                    bytes.insert(contentsOf: Self.nasty[random.next(in: 0..<Self.nasty.count)].utf8, at: at)
                default:
                    bytes.insert(
                        contentsOf: bytes[at..<min(bytes.count, at + random.next(in: 1...40))], at: at)
                }
                if bytes.isEmpty { bytes = [0x7B] }
            }
            try expectAnswer(String(decoding: bytes, as: UTF8.self), planners)
        }
    }
}
