import Testing
import WarehouseLayout

@Suite struct LayoutDifferenceTests {
    private func layout(count: Int = 4, firstY: String = "1", size: String = "[9, 6, 4]", more: String = "")
        throws -> Layout
    {
        try Layout(
            yaml: """
                warehouse: W
                cross_aisles: [{id: F, y: 0}, {id: B, y: 9}]
                aisles: [{id: A, x: 0, shelves: {count: \(count), first_y: \(firstY), length: 2, bins: {columns: 1, size: \(size)}}}]
                stations: [{id: S, kind: start, x: 0, y: 0}, {id: P, kind: pack, x: 0, y: 9}]
                \(more)
                """, file: "w.yaml")
    }

    @Test func theSameFileChangesNothing() throws {
        #expect(try layout().difference(from: layout()).isEmpty)
    }

    @Test func addedAndRemovedBinsAreNamed() throws {
        let difference = try layout(count: 6).difference(from: layout(count: 5))
        #expect(difference.added.map(\.text) == ["A-6-01"])
        #expect(difference.removed.isEmpty)
        #expect(try layout(count: 5).difference(from: layout(count: 6)).touched.map(\.text) == ["A-6-01"])
    }

    @Test func movedBinsTellFromWhereToWhere() throws {
        let difference = try layout(firstY: "1.5").difference(from: layout())
        #expect(difference.moved.count == 4)
        #expect(difference.moved[0].from == Point(xMM: 0, yMM: 1_000))
        #expect(difference.moved[0].to == Point(xMM: 0, yMM: 1_500))
    }

    @Test func changedBinsTellWhatDiffers() throws {
        let difference = try layout(size: "[9, 6, 5]", more: "closed: [A-2]").difference(from: layout())
        #expect(difference.changed.count == 4)
        #expect(difference.changed[0].what == ["size [9, 6, 4] → [9, 6, 5]"])
        #expect(difference.changed[1].what == ["size [9, 6, 4] → [9, 6, 5]", "closed false → true"])
        #expect(difference.moved.isEmpty)
    }
}
