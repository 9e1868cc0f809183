import Testing
import WarehouseLayout

@Suite struct NumberingTests {
    /// One aisle at x 10 from y 0 to 30 with the runs of shelves that are given.
    private func layout(_ runs: String, head: String = "", aisle: String = "") throws -> Layout {
        try Layout(
            yaml: """
                warehouse: W
                \(head)
                cross_aisles: [{id: F, y: 0}, {id: B, y: 30}]
                aisles:
                  - {id: A, x: 10, \(aisle) shelves: [\(runs)]}
                stations: [{id: S, kind: start, x: 10, y: 0}, {id: P, kind: pack, x: 10, y: 30}]
                """, file: "w.yaml")
    }

    private func y(_ code: String, _ layout: Layout) throws -> Int {
        layout.point(of: try #require(layout.bin(code)?.place)).yMM
    }

    @Test func facingShelvesShareTheirPlaces() throws {
        let layout = try layout(
            "{count: 6, first_y: 1.5, length: 3, bins: {columns: 3, levels: 2, size: [900, 600, 400]}}")
        #expect(layout.bins.map(\.shelf).max() == 6)
        for (left, right) in [(1, 2), (3, 4), (5, 6)] {
            for number in 1...6 {
                #expect(layout.bin("A-\(left)-\(number)")?.place == layout.bin("A-\(right)-\(number)")?.place)
            }
        }
        #expect(try (1...3).map { try y("A-3-\($0)", layout) } == [3_500, 4_500, 5_500])
        #expect(try (4...6).map { try y("A-3-\($0)", layout) } == [3_500, 4_500, 5_500])
    }

    @Test func onOneSideShelvesStandOneBehindTheOther() throws {
        let layout = try layout(
            "{count: 3, first: 7, first_y: 2, length: 2, step: 2, sides: left, bins: {columns: 1, size: [9, 9, 9]}}"
        )
        #expect(layout.bins.map(\.address.text) == ["A-7-01", "A-9-01", "A-11-01"])
        #expect(try ["A-7-1", "A-9-1", "A-11-1"].map { try y($0, layout) } == [2_000, 4_000, 6_000])
    }

    @Test func aRunGoesOnFromTheOneBefore() throws {
        let layout = try layout(
            "{count: 4, first_y: 1, length: 2, bins: {columns: 1, size: [9, 9, 9]}}, "
                + "{count: 2, first_y: 9, length: 2, bins: {columns: 1, size: [9, 9, 9]}}")
        #expect(layout.bins.map(\.shelf) == [1, 2, 3, 4, 5, 6])
    }

    @Test func levelsCountFromTheLowestUpAcrossEntries() throws {
        let layout = try layout(
            "{count: 1, first_y: 2, length: 3, bins: [{columns: 2, size: [9, 9, 9]}, {levels: 2, columns: 3, size: [8, 8, 8]}]}"
        )
        #expect(layout.bins.map(\.number) == Array(1...8))
        #expect(layout.bins.map(\.level) == [1, 1, 2, 2, 2, 3, 3, 3])
        #expect(layout.bins.map(\.column) == [1, 2, 1, 2, 3, 1, 2, 3])
        #expect(layout.bins.map { $0.sizeMM[0] } == [9, 9, 8, 8, 8, 8, 8, 8])
    }

    @Test func numbersByLevelAreLevelAndColumn() throws {
        let layout = try layout(
            "{count: 1, first_y: 2, length: 3, number: level, bins: [{columns: 2, size: [9, 9, 9]}, {columns: 12, size: [8, 8, 8]}]}"
        )
        #expect(layout.bins.prefix(3).map(\.address.text) == ["A-1-101", "A-1-102", "A-1-201"])
        #expect(layout.bin("a-01-0212")?.column == 12)
        #expect(layout.bin("A-1-103") == nil)
    }

    @Test func columnsThatDoNotDivideAreRoundedHalfUp() throws {
        let layout = try layout("{count: 1, first_y: 1.5, length: 1, bins: {columns: 3, size: [9, 9, 9]}}")
        #expect(try (1...3).map { try y("A-1-\($0)", layout) } == [1_167, 1_500, 1_833])
        let half = try self.layout(
            "{count: 1, first_y: 1.0005, length: 0.999, bins: {columns: 2, size: [9, 9, 9]}}")
        #expect(try (1...2).map { try y("A-1-\($0)", half) } == [751, 1_251])
    }

    @Test func printedNamesNameTheBinBesideItsAddress() throws {
        let layout = try layout(
            "{count: 2, first_y: 2, length: 3, bins: {columns: 3, levels: 2, size: [9, 9, 9]}}",
            head: "bin_name: \"{aisle}-{shelf:02}-{level:A}{column}\"")
        #expect(layout.bins[4].printedName == "A-01-B2")
        for code in ["A-1-05", "a-01-5", "A-01-B2", "a-01-b2", "A-0001-00005"] {
            #expect(layout.bin(code)?.address.text == "A-1-05", "\(code)")
        }
        for code in [
            "", "A", "A-1", "A-1-5-1", "A--5", "A-1-", "A-+1-5", "A-1-99", "B-1-05", "A-1-5 ",
            "A-99999999999-1",
        ] {
            #expect(layout.bin(code) == nil, "\(code)")
        }
    }

    @Test(arguments: [
        ("A..J", ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"]), ("Y..AB", ["Y", "Z", "AA", "AB"]),
        ("08..11", ["08", "09", "10", "11"]), ("8..11", ["8", "9", "10", "11"]), ("b..c", ["B", "C"]),
        ("X1..3", ["X1", "X2", "X3"]), ("X1..X3", ["X1", "X2", "X3"]), ("NO..NP", ["NO", "NP"]),
    ])
    func rangesKeepTheirWidth(range: String, ids: [String]) throws {
        let layout = try Layout(
            yaml: """
                warehouse: W
                cross_aisles: [{id: F, y: 0}, {id: B, y: 9}]
                aisles: [{id: \(range), x: 0, pitch: 3, shelves: {count: 1, first_y: 3, length: 1, bins: {columns: 1, size: [9, 9, 9]}}}]
                stations: [{id: S, kind: start, x: 0, y: 0}, {id: P, kind: pack, x: 0, y: 9}]
                """, file: "w.yaml")
        #expect(layout.bins.compactMap(\.aisle?.text) == ids)
    }

    @Test func theNearestSayingWins() throws {
        let layout = try layout(
            "{count: 1, first_y: 2, length: 3, by: ladder, bins: [{columns: 1}, {columns: 1, role: reserve, size: [7, 7, 7]}, {columns: 1, type: TALL}]}",
            head:
                "bin_types: {TALL: {size: [5, 5, 5], by: truck}}\nareas: [{id: COLD, temperature: chilled, role: returns, size: [1, 1, 1], max_weight: 9}]",
            aisle: "area: COLD, size: [3, 3, 3],")
        #expect(layout.bins.map(\.sizeMM) == [[3, 3, 3], [7, 7, 7], [5, 5, 5]])
        #expect(layout.bins.map(\.role) == [.returns, .reserve, .returns])
        #expect(layout.bins.map(\.reach) == [.ladder, .ladder, .truck])
        #expect(layout.bins.allSatisfy { $0.temperature == "chilled" && $0.maxWeightG == 9 })
    }
}
