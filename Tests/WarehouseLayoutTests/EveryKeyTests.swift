import Testing
import WarehouseLayout

/// One file with every key that a layout may have.
@Suite struct EveryKeyTests {
    private static let yaml = """
        warehouse: WH-X
        name: Every key
        timezone: Europe/Berlin
        walk_speed: 1.25
        bin_name: "{aisle}-{shelf:02}-{level:A}{column}"
        bin_types:
          SHELF:  {size: [900, 600, 400], max_weight: 80000}
          PALLET: {size: [1200, 1000, 1700], max_weight: 900000}
          FLOW:   {size: [400, 2400, 300], lane: fifo}
        areas:
          - {id: MAIN}
          - {id: MEZZ, origin: [60, 0], floor: 1}
          - {id: COLD, origin: [0, 70], turn: 90, temperature: chilled}
          - {id: CAGE, accepts: [hazmat-3, hazmat-9], access: hazmat}
        cross_aisles:
          - {id: FRONT, y: 0, one_way: right, x: [0, 56.5]}
          - {id: BACK, y: 33.5}
          - {id: FRONT, area: MEZZ, y: 0}
        aisles:
          - id: 01..10
            area: MAIN
            x: 1.5
            pitch: 5
            to: 33.5
            one_way: up
            shelves:
              - count: 10
                first_y: 3
                length: 3
                sides: left
                step: 2
                number: level
                bins:
                  - {columns: 2, type: PALLET}
                  - {levels: 2, columns: 3, type: SHELF}
                  - {levels: 2, columns: 2, type: PALLET, role: reserve, by: truck}
              - {count: 10, first: 2, first_y: 3, length: 3, sides: right, step: 2, bins: {columns: 7, type: FLOW}}
          - {id: 11, area: CAGE, x: 51.5, one_way: down, shelves: {count: 4, first_y: 3, length: 3, by: ladder, bins: {columns: 3, type: SHELF}}}
          - {id: 12, x: 56.5, from: FRONT, to: BACK}
          - {id: 13, x: -3.5, from: 0, to: BACK, one_way: down}
          - {id: M..N, area: MEZZ, x: 2, pitch: 4, to: 9, shelves: {count: 4, first_y: 2, length: 3, bins: {columns: 3, type: SHELF}}}
        spots:
          - {id: FLOOR-01..12, at: [62, 4], pitch: [0, 1.4], type: PALLET, area: MAIN}
          - {id: QUAR-1..4, at: [70, -2], pitch: [1.4, 0], type: PALLET, role: quarantine}
          - {id: ICE-1, at: [-2, 3], area: COLD, type: FLOW}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: 0}
          - {id: PACK-1..2, kind: pack, x: 10, y: -3, pitch: [2.5, 0], printer: zebra-1}
          - {id: WALL-1, kind: merge, x: 6, y: -3, slots: 24}
          - {id: LANE-1..6, kind: stage, x: 20, y: -4, pitch: [1.5, 0], dock: DOCK-1}
          - {id: DOCK-1, kind: dock, x: 20, y: -6}
          - {id: PACK-9, kind: pack, x: 12, y: -6, join: [12, 0]}
        walkways:
          - {id: HOME, from: [56.5, 0], to: [-3.5, 0], one_way: true, extra: 4.0}
          - {id: ENTRY, from: [-3.5, 0], to: [0, 0]}
          - {id: LIFT, from: [12, 0], to: [0, 0, MEZZ], seconds: 45}
          - {id: STAIRS, from: [14, 0], to: [2, 0, MEZZ], extra: 6, not_for: [cart, truck]}
        carts:
          - {id: SHOP, totes: 12, tote: [600, 400, 300], max_weight: 180000, areas: [MAIN, MEZZ]}
        closed: ["12/BACK", 03-7, "12@30", "BACK:03/04"]
        """

    @Test func isReadAsItIsMeant() throws {
        let layout = try Layout(yaml: Self.yaml, file: "x.yaml")
        #expect(layout.timezone == "Europe/Berlin")
        #expect(layout.walkSpeedMMPerS == 1_250)
        let pallet = try #require(layout.bin("03-7-501"))
        #expect(pallet.printedName == "03-07-E1")
        #expect((pallet.role, pallet.reach, pallet.isClosed) == (.reserve, .truck, true))
        #expect(layout.bin("03-8-7")?.traits.lane == .fifo)
        #expect(layout.bin("11-2-3")?.accepts == ["hazmat-3", "hazmat-9"])
        #expect(layout.bin("11-2-3")?.reach == .ladder)
        #expect(layout.bin("ICE-1")?.temperature == "chilled")
        #expect(layout.point(of: try #require(layout.bin("ICE-1")?.place)) == Point(xMM: -3_000, yMM: 68_000))
        #expect(layout.bin("quar-3")?.role == .quarantine)
        #expect(layout.station("wall-1")?.slots == 24)
        #expect(layout.station("LANE-6")?.dock?.text == "DOCK-1")
        #expect(layout.station("LANE-6")?.point == Point(xMM: 27_500, yMM: -4_000))
        #expect(layout.station("PACK-2")?.printer == "zebra-1")
        #expect(layout.carts.first?.areas?.map(\.text) == ["MAIN", "MEZZ"])
        #expect(layout.blockFloor == nil)
    }

    @Test func isWalkedAsItIsMeant() throws {
        let layout = try Layout(yaml: Self.yaml, file: "x.yaml")
        let depot = try #require(layout.station("DEPOT")?.place)
        let pack = try #require(layout.station("PACK-9")?.place)
        #expect(layout.distanceMM(from: depot, to: pack) == 12_000 + 6_000)
        let back = try #require(layout.distanceMM(from: pack, to: depot))
        #expect(back == 6_000 + 44_500 + 60_000 + 4_000 + 3_500)
        let third = try #require(layout.bin("03-19-101")?.place)
        let fourth = try #require(layout.bin("04-19-101")?.place)
        #expect(try #require(layout.distanceMM(from: third, to: fourth)) > 60_000)
    }
}
