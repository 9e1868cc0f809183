import Cartonization
import JSON
import Testing

@Suite struct PlanBoxesTests {
    private func plan() throws -> PlanBoxes {
        let file = try BoxesFile(json: [
            "boxes": [["id": "S", "inner_mm": [240, 160, 100], "tare_g": 80, "cost": 0.42]]
        ])
        return PlanBoxes(try Cartonizer(boxes: file.boxes))
    }

    @Test func `one line in, one line out`() throws {
        let line = #"{"id":"o1","items":[{"sku":"TEA-250G","qty":4,"size_mm":[120,80,60],"weight_g":270}]}"#
        let (text, ok) = try plan().answer(line: line)
        let answer = try JSONValue(parsing: text)
        #expect(ok)
        #expect(answer["id"] == "o1")
        #expect(answer["parcels"]?.array?.first?["weight_g"] == 1_160)
        #expect(answer["parcels"]?.array?.first?["items"]?.array?.count == 4)
        #expect(answer["optimal"] == true)
    }

    @Test func `what is not UTF-8 is refused`() throws {
        let line =
            Array(#"{"id":"o1","items":[{"sku":"T"#.utf8) + [0xC3] + Array(#"","size_mm":[1,1,1]}]}"#.utf8)
        let (text, ok) = try plan().answer(line: line)
        #expect(!ok)
        #expect(try JSONValue(parsing: text)["error"]?["kind"] == "bad_json")
    }

    /// A share that is meant to be none is written as 0.
    @Test func `shares are rounded up`() {
        #expect(PackingRules.share(0) == 0)
        #expect(PackingRules.share(0.00004) == 1)
        #expect(PackingRules.share(0.75) == 7_500)
        #expect(PackingRules.share(0.07) == 700)
        #expect(PackingRules.share(0.33333) == 3_334)
        #expect(PackingRules.share(1.1) == nil)
    }

    @Test(arguments: [
        "", "7", "{", #"{"id":1}"#, #"{"id":1,"items":[{"sku":"A"}]}"#,
        #"{"id":1,"items":[{"sku":"A","size_mm":[1,1]}]}"#,
        #"{"id":1,"items":[{"sku":"A","size_mm":[1,1,1],"qty":0}]}"#,
        #"{"id":1,"items":[{"sku":"A","size_mm":[1,1,1],"fragil":true}]}"#,
        #"{"id":1,"items":[{"sku":"A","size_mm":[1,1,1e30]}]}"#,
    ])
    func `a bad line is answered by an error`(line: String) throws {
        let (text, ok) = try plan().answer(line: line)
        #expect(!ok)
        #expect(try JSONValue(parsing: text)["error"]?["message"]?.string?.isEmpty == false)
    }
}
