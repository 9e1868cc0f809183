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
        #expect(try layout(count: 5).difference(from: layout(count: 6)).removed.map(\.text) == ["A-6-01"])
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

    @Test func onlyBinsAreTouched() throws {
        let difference = try layout(more: "timezone: America/New_York").difference(from: layout())
        #expect(difference.keepsBins)
        #expect(!difference.isEmpty)
    }

    @Test func anotherWarehouseIsTold() throws {
        let other = try Layout(
            yaml: building(head: "warehouse: V\nname: V\nwalk_speed: 1.25"), file: "v.yaml")
        let difference = try other.difference(from: Layout(yaml: building(), file: "w.yaml"))
        #expect(
            difference.head == [
                NamedChange(name: "warehouse", what: ["W → V"]), NamedChange(name: "name", what: ["W → V"]),
                NamedChange(name: "walk_speed", what: ["1.2 → 1.25"]),
            ])
        #expect(difference.keepsBins)
    }

    @Test func stationsAddedRemovedAndMovedAreTold() throws {
        let stations = "{id: S, kind: start, x: 0, y: -2}, {id: Q, kind: pack, x: 0, y: 9, printer: zebra}"
        let difference = try Layout(yaml: building(stations: stations), file: "v.yaml")
            .difference(from: Layout(yaml: building(), file: "w.yaml"))
        #expect(
            difference.stations == [
                NamedChange(name: "S", what: ["moved x 0 y 0 → x 0 y -2"]),
                NamedChange(name: "Q", what: ["added"]), NamedChange(name: "P", what: ["removed"]),
            ])
        #expect(difference.ways.isEmpty)
    }

    @Test(arguments: [
        ("{id: F, y: 0}", "{id: F, y: 0, one_way: right}", "cross aisle F", "one_way no → right"),
        ("{id: F, y: 0}", "{id: F, y: 0, x: [0, 9]}", "cross aisle F", "x as its aisles → [0, 9]"),
        ("{id: B, y: 9}", "{id: B, y: 9}, {id: M, y: 8}", "cross aisle M", "added"),
        ("{id: E, x: 4}", "{id: E, x: 4, one_way: up}", "aisle E", "one_way no → up"),
        ("{id: E, x: 4}", "{id: E, x: 4.5}", "aisle E", "x 4 → 4.5"),
        ("extra: 1", "extra: 2", "walkway R", "extra 1 → 2"),
        ("extra: 1", "extra: 1, seconds: 5, not_for: cart", "walkway R", "seconds 0 → 5"),
        ("{id: R,", "{id: R2,", "walkway R", "removed"),
        ("closed: []", "closed: [e/b]", "closed E/B", "added"),
        ("closed: []", "closed: [\"E@5.50\"]", "closed E@5.5", "added"),
        ("closed: []", "closed: [\"F:E/A\"]", "closed F:A/E", "added"),
    ])
    func waysThatChangeToursAreToldByName(old: String, new: String, name: String, what: String) throws {
        let was = building()
        let difference = try Layout(yaml: was.replacing(old, with: new), file: "v.yaml")
            .difference(from: Layout(yaml: was, file: "w.yaml"))
        #expect(difference.ways.contains { $0.name == name && $0.what.contains(what) }, "\(difference.ways)")
        #expect(difference.keepsBins)
        #expect(difference.stations.isEmpty)
    }

    private func building(
        head: String = "warehouse: W",
        stations: String = "{id: S, kind: start, x: 0, y: 0}, {id: P, kind: pack, x: 0, y: 9}"
    ) -> String {
        """
        \(head)
        cross_aisles: [{id: F, y: 0}, {id: B, y: 9}]
        aisles: [{id: A, x: 0, shelves: {count: 4, first_y: 1, length: 2, bins: {columns: 1, size: [9, 6, 4]}}}, {id: E, x: 4}]
        stations: [\(stations)]
        walkways: [{id: R, from: [0, 1], to: [4, 1], extra: 1}]
        closed: []
        """
    }
}
