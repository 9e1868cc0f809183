import JSON
import Testing

@testable import Operations

@Suite struct RelocatedTests {
    @Test(arguments: ["all", ["all"]] as [JSONValue]) func allIsEveryBin(given: JSONValue) {
        let (load, faults) = LayoutLoad.reading(["yaml": "…", "relocated": given])
        #expect(faults == [] && load.relocated.contains("A-1"))
        #expect(load.json["relocated"] == "all")
    }

    @Test func aListIsItsBins() {
        let (load, faults) = LayoutLoad.reading(["yaml": "…", "relocated": ["A-1"]])
        #expect(faults == [] && load.relocated.contains("A-1") && !load.relocated.contains("A-2"))
        #expect(load.json["relocated"] == ["A-1"])
    }

    @Test func anotherWordIsRefused() {
        #expect(
            LayoutLoad.reading(["yaml": "…", "relocated": "every"]).faults == [
                "relocated is a text: give list of at most 100000: id"
            ])
    }
}
