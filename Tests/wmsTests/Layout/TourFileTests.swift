import Testing
import WarehouseLayout

@testable import wms

struct TourFileTests {
    @Test func `a tour goes from the first start to the pack station nearest to its last stop`() throws {
        let layout = try smallFloor()
        let tour = try TourFile.read(
            "{\"id\":\"t\",\"stops\":[\"a-1-1\",{\"bin\":\"B-3-01\",\"qty\":2}],\"length_m\":1.5}\n",
            from: "t.json", layout)
        #expect(tour.bins.map(\.address.text) == ["A-1-01", "B-3-01"])
        #expect(tour.start == layout.station("S-1")?.place)
        #expect(tour.end == layout.station("P-2")?.place)
    }

    @Test func `the line's own start and end go before`() throws {
        let layout = try smallFloor()
        let tour = try TourFile.read(
            "{\"start\":\"s-2\",\"end\":\"P-1\",\"stops\":[\"B-3-01\"]}", from: "t.json", layout)
        #expect(tour.start == layout.station("S-2")?.place)
        #expect(tour.end == layout.station("P-1")?.place)
    }

    @Test(arguments: [
        ("", "holds no tour"), ("{\"id\":1}", "holds no stops"), ("{", "byte 1"),
        ("{\"stops\":[\"Z-1-1\"]}", "no bin \"Z-1-1\""), ("{\"stops\":[7]}", "no bin \"7\""),
        ("{\"stops\":[],\"end\":\"P-9\"}", "no station \"P-9\""),
    ])
    func `what is no tour of this layout is refused`(text: String, words: String) throws {
        let layout = try smallFloor()
        let error = try #require(throws: InputFileError.self) {
            try TourFile.read(text, from: "t.json", layout)
        }
        #expect(error.description.hasPrefix("t.json") && error.description.contains(words), "\(error)")
    }
}
