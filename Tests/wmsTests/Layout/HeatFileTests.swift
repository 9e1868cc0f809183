import Testing
import WarehouseLayout

@testable import wms

struct HeatFileTests {
    @Test(arguments: [
        "{\"A-1-1\": 3, \"B-6-01\": 4}", "bin,picks\nA-1-1,3\nB-6-1,4\n", "a-01-01;1\nA-1-1\t2\n\nB-6-01 4",
    ])
    func `picks are read from an object or from lines`(text: String) throws {
        let heat = try HeatFile.read(text, from: "h", smallFloor())
        #expect(heat == [BinAddress("A-1-01"): 3, BinAddress("B-6-01"): 4])
    }

    @Test(arguments: [
        ("A-1-1,2\nA-1-1,x", "h:2:"), ("{\"A-1-1\":-1}", "no whole number"), ("C-1-1,2", "no bin \"C-1-1\""),
        ("{\"A-1-1\":1,}", "byte"),
    ])
    func `what are no picks is refused`(text: String, words: String) throws {
        let layout = try smallFloor()
        let error = try #require(throws: InputFileError.self) { try HeatFile.read(text, from: "h", layout) }
        #expect(error.description.contains(words), "\(error)")
    }
}
