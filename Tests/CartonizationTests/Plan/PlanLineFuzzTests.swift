import Cartonization
import JSON
import Testing

/// Lines made to hurt: whatever comes in, one line of JSON comes out, an error or a sound packing.
@Suite struct PlanLineFuzzTests {
    private static let good =
        #"{"id":"o1","items":[{"sku":"TEA","qty":4,"size_mm":[120,80,60],"weight_g":270,"rotation":"upright","fragile":true,"#
        + #""stackable":true,"own_box":false,"group":"food","never_with":["paint"],"max_top_load_g":900,"max_stack":3,"#
        + #""floor_only":false,"padding_mm":2,"with_group":"kit","nest_mm":5}]}"#

    private static let nasty = [
        "0", "-1", "1e308", "-1e308", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
        "0.5",
        "30000", "30001", "20000", "20001", "100000000", "null", "true", "\"\"", "\"any\"", "[]", "{}",
        "[[]]", "[null]",
        "\"\\u0000\"", "[0,0,0]", "[1,1,1]", "[-1,1,1]", "[30000,30000,30000]", "[9223372036854775807,1,1]",
    ]

    private func plan() throws -> PlanBoxes {
        var box = BoxType(id: "S", inner: Size(lengthMM: 240, widthMM: 160, heightMM: 100))
        box.maxGrossG = 10_000
        return PlanBoxes(try Cartonizer(boxes: [box], effort: 2_000))
    }

    private func expectAnswer(_ line: String, _ plan: PlanBoxes) throws {
        let (text, ok) = plan.answer(line: line)
        let answer = try JSONValue(parsing: text)
        #expect(!text.contains("\n"))
        #expect(ok == (answer["error"] == nil), "\(line)")
        #expect(ok == (answer["parcels"] != nil), "\(line)")
        if !ok { #expect(answer["error"]?["message"]?.string?.isEmpty == false) }
    }

    @Test(arguments: [
        "qty", "size_mm", "weight_g", "rotation", "fragile", "stackable", "own_box", "group", "never_with",
        "max_top_load_g", "max_stack", "floor_only", "padding_mm", "with_group", "nest_mm", "sku", "items",
        "id", "alternatives",
    ])
    func `nasty values are answered`(field: String) throws {
        let plan = try plan()
        guard var line = try JSONValue(parsing: Self.good).object,
            var item = line["items"]?.array?.first?.object
        else {
            Issue.record("the good line is not one")
            return
        }
        for value in try Self.nasty.map({ try JSONValue(parsing: $0) }) {
            if ["items", "id", "alternatives"].contains(field) {
                line[field] = value
            } else {
                item[field] = value
                line["items"] = [.object(item)]
            }
            try expectAnswer(JSONValue.object(line).description, plan)
        }
    }

    @Test(arguments: RandomOrders.seeds)
    func `torn and twisted lines are answered`(seed: UInt64) throws {
        var random = RandomOrders(seed: seed)
        let plan = try plan()
        for _ in 0..<50 {
            var bytes = Array(Self.good.utf8)
            for _ in 0..<(1 + random.below(4)) {
                let at = random.below(bytes.count)
                switch random.below(4) {
                case 0: bytes[at] = UInt8(random.below(256))
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(30)))
                case 2: bytes.insert(contentsOf: random.pick(Self.nasty).utf8, at: at)
                default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.below(40))], at: at)
                }
                if bytes.isEmpty { bytes = [0x7B] }
            }
            try expectAnswer(String(decoding: bytes, as: UTF8.self), plan)
        }
    }

    @Test func `ten thousand lines are packed, more pieces than the limit refused`() throws {
        let boxes = [BoxType(id: "L", inner: Size(lengthMM: 600, widthMM: 400, heightMM: 400))]
        var random = RandomOrders(seed: 1)
        let items = (0..<10_000).map { index in
            let edges = (0..<3).map { _ in 60 + random.below(100) }
            return Item(
                sku: "S\(index)", quantity: 1,
                size: Size(lengthMM: edges[0], widthMM: edges[1], heightMM: edges[2]),
                weightG: random.below(900))
        }
        let few = Array(items.prefix(RandomOrders.isQuick ? 300 : 10_000))
        let packing = try Cartonizer(boxes: boxes, effort: 1_000).pack(few)
        #expect(PackingChecker(boxes: boxes).breaches(packing, of: few).isEmpty)
        #expect(throws: PackingError.tooManyPieces(20_001)) {
            try Cartonizer(boxes: boxes).pack(Array(repeating: items[0], count: PackingLimits.pieces + 1))
        }
    }

    @Test(arguments: [
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1],"cots":1}]}"#, "cots"),
        (#"{"boxes":[],"fright":{}}"#, "fright"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1]}],"rules":{"centre_of_mass":true}}"#, "centre_of_mass"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1]}],"rules":{"support":1.01}}"#, "support"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1]}],"freight":{"steps":[{"to_g":1,"prize":1}]}}"#, "prize"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1]}],"freight":{"steps":[{"to_g":1}]}}"#, "price"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1],"give_mm":3}]}"#, "give_mm"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1],"kind":"bag"}]}"#, "kind"),
        (#"{"boxes":[{"id":"S","inner_mm":[1,1,1],"cost":"0.42"}]}"#, "cost"),
        (#"{"boxes":[{"inner_mm":[1,1,1]}]}"#, "id"),
    ])
    func `a boxes file that is wrong is refused by the name of the field`(text: String, field: String) throws
    {
        let json = try JSONValue(parsing: text)
        let error = #expect(throws: PackingError.self) { try BoxesFile(json: json) }
        #expect(error?.description.contains(field) == true)
    }
}
