import Testing
import WarehouseLayout

@Suite struct FaultTests {
    @Test(arguments: FaultCase.all) func isReportedWithItsPlaceAndItsFix(fault: FaultCase) throws {
        let faults = try #require(throws: LayoutError.self) {
            try Layout(yaml: fault.yaml, file: "wh.yaml")
        }.faults
        #expect(
            faults.contains {
                ($0.line, $0.column) == (fault.line, fault.column) && $0.message.contains(fault.words)
            },
            "\(faults.map(\.description).joined(separator: "\n"))")
        #expect(faults.allSatisfy { $0.file == "wh.yaml" && $0.line > 0 && $0.column > 0 })
    }

    @Test func theFileWithoutAFaultIsAccepted() throws {
        #expect(try Layout(yaml: twoAisles(), file: "wh.yaml").bins.count == 2 * 4 * 6)
    }

    @Test func allFaultsAreToldAtOnceInTheOrderOfTheirLines() throws {
        let yaml = twoAisles(
            head: "warehous: W", aisle: "shelvs: 3", run: "first_y: one", station: "x: nowhere",
            tail: "closed: [\"Z/FRONT\"]")
        let faults = try #require(throws: LayoutError.self) { try Layout(yaml: yaml, file: "wh.yaml") }.faults
        #expect(faults.count >= 4)
        #expect(faults.map(\.line) == faults.map(\.line).sorted())
        for words in ["\"warehous\"", "\"shelvs\"", "\"one\"", "\"nowhere\""] {
            #expect(faults.contains { $0.message.contains(words) }, "\(words) in \(faults)")
        }
    }

    @Test func aFaultReadsLikeACompilers() throws {
        let error = try #require(throws: LayoutError.self) {
            try Layout(yaml: "warehouse: W\nnam: x", file: "a.yaml")
        }
        #expect("\(error)".contains("a.yaml:2:1: the layout has no key \"nam\": did you mean \"name\"?"))
    }

    @Test func whatWasLeftOutForItsFaultsIsNotBlamedOnOthers() throws {
        let faults = try #require(throws: LayoutError.self) {
            try Layout(yaml: twoAisles(row: "y: zero"), file: "wh.yaml")
        }.faults
        #expect(faults.count == 1, "\(faults)")
    }

    @Test func anAisleLeftOutIsNotMissedByItsStations() throws {
        let yaml = twoAisles(aisle: "pitch: 5\n    from: BACK\n    to: FRONT", tail: "closed: [A/FRONT]")
        let faults = try #require(throws: LayoutError.self) { try Layout(yaml: yaml, file: "wh.yaml") }.faults
        #expect(faults.count == 1, "\(faults)")
    }

    @Test func aMisspeltListIsNotMissedByTheOthers() throws {
        let yaml = twoAisles().replacing("\naisles:", with: "\nasiles:")
        let faults = try #require(throws: LayoutError.self) { try Layout(yaml: yaml, file: "wh.yaml") }.faults
        #expect(faults.map(\.message) == ["the layout has no key \"asiles\": did you mean \"aisles\"?"])
    }

    @Test(arguments: ["\r\n", "\r"]) func lineEndsOfOtherSystemsAreAccepted(end: String) throws {
        let text = "\u{FEFF}" + twoAisles().replacing("\n", with: end)
        #expect(try Layout(yaml: text, file: "wh.yaml").bins.count == 2 * 4 * 6)
    }

    @Test func faultsWithoutEndAreCounted() throws {
        let spots = (0..<1_500).map { "  - {id: F\($0), at: [1, x], size: [1, 1, 1]}" }.joined(
            separator: "\n")
        let faults = try #require(throws: LayoutError.self) {
            try Layout(yaml: twoAisles(tail: "spots:\n\(spots)"), file: "wh.yaml")
        }.faults
        #expect(faults.count == 1_001)
        #expect(faults.last?.message == "and 500 more")
    }
}
