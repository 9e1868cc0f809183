import Testing
import WarehouseLayout

@Suite struct WalkwayTests {
    /// Two aisles at x 0 and 10 between y 0 and 20, a start in the corner, a pack station, and what is added.
    private func layout(_ more: String, rows: String = "") throws -> Layout {
        try Layout(
            yaml: """
                warehouse: W
                walk_speed: 1.2
                areas: [{id: M, origin: [30, 0], floor: 1}, {id: T, origin: [50, 10], turn: 90}]
                cross_aisles: [{id: F, y: 0\(rows)}, {id: B, y: 20}]
                aisles: [{id: A..B, x: 0, pitch: 10}]
                stations:
                  - {id: S, kind: start, x: 0, y: 0}
                  - {id: P, kind: pack, x: 10, y: 0}
                \(more)
                """, file: "w.yaml")
    }

    private func walk(_ from: String, _ to: String, _ layout: Layout, by means: Means = .cart) throws -> Int?
    {
        func place(_ code: String) throws -> PlaceID {
            try #require(layout.station(code)?.place ?? layout.bin(code)?.place)
        }
        return layout.distanceMM(from: try place(from), to: try place(to), by: means)
    }

    @Test func aStationJoinsTheNearestPointByAStraightLine() throws {
        let layout = try layout("  - {id: X, kind: dock, x: 3, y: -4}")
        #expect(try walk("S", "X", layout) == 3_000 + 4_000)
        let joined = try self.layout("  - {id: X, kind: dock, x: 3, y: -4, join: [6, 0]}")
        #expect(try walk("S", "X", joined) == 6_000 + 5_000)
        let place = try #require(joined.station("X")?.place)
        let start = try #require(joined.station("S")?.place)
        #expect(joined.path(from: place, to: start).count == 3)
    }

    @Test func extraMetresAndSecondsAddToTheStraightLength() throws {
        let spot = "spots: [{id: Q, at: [30, 5], size: [1, 1, 1]}]"
        let ramp = try layout(
            "walkways: [{id: R, from: [10, 0], to: [30, 5], extra: 4.5, seconds: 10}]\n\(spot)")
        #expect(try walk("P", "Q", ramp) == 20_616 + 4_500 + 12_000)
        #expect(try walk("Q", "P", ramp) == 20_616 + 4_500 + 12_000)
    }

    @Test func aWalkwayForOneWayIsNotWalkedBack() throws {
        let layout = try layout("walkways: [{id: R, from: [0, 0], to: [10, 0.2], one_way: true, extra: -0}]")
        #expect(try walk("S", "P", layout) == 10_000)
        let shorter = try self.layout(
            "walkways: [{id: R, from: [0, 20], to: [10, 0], one_way: true}]\nspots: [{id: Q, at: [0, 20], size: [1, 1, 1]}]"
        )
        #expect(try walk("Q", "P", shorter) == 22_361)
        #expect(try walk("P", "Q", shorter) == 30_000)
    }

    @Test func aLiftLeadsToAnotherFloorAndStairsTakeNoCart() throws {
        let layout = try layout(
            """
            walkways:
              - {id: LIFT, from: [0, 20], to: [-30, 20, M], seconds: 45}
              - {id: STAIRS, from: [10, 20], to: [-20, 20, M], extra: 6, not_for: [cart, truck]}
              - {id: DECK, from: [-30, 20, M], to: [-20, 20, M]}
            spots: [{id: Q, area: M, at: [-20, 20], size: [1, 1, 1]}]
            """)
        #expect(try walk("S", "Q", layout) == 20_000 + 54_000 + 10_000)
        #expect(try walk("S", "Q", layout, by: .foot) == 20_000 + 10_000 + 6_000)
        #expect(try walk("S", "Q", layout, by: .truck) == 84_000)
        let goal = try #require(layout.bin("Q")?.place)
        let start = try #require(layout.station("S")?.place)
        #expect(layout.path(from: start, to: goal).map(\.floor) == [0, 0, 1, 1])
    }

    @Test func aWalkwaysEndOffTheGridJoinsTheNearestPoint() throws {
        let layout = try layout("walkways: [{id: R, from: [-2, 5], to: [12, 5]}]")
        #expect(try walk("S", "P", layout) == 10_000)
        let spots = "spots: [{id: Q1, at: [0, 5], size: [1, 1, 1]}, {id: Q2, at: [10, 5], size: [1, 1, 1]}]"
        let crossing = try self.layout("walkways: [{id: R, from: [-2, 5], to: [12, 5]}]\n\(spots)")
        #expect(try walk("Q1", "Q2", crossing) == 2_000 + 14_000 + 2_000)
    }

    @Test func anAnnexeIsADeadEndWhereNothingIsNearer() throws {
        let layout = try layout(
            "walkways: [{id: R, from: [10, 20], to: [16, 28], one_way: true}]\nspots: [{id: Q, at: [0, 19], size: [1, 1, 1]}]"
        )
        #expect(try walk("Q", "P", layout) == 19_000 + 10_000)
        let goal = try self.layout(
            "walkways: [{id: R, from: [10, 20], to: [16, 28]}]\nspots: [{id: Q, at: [16, 28], size: [1, 1, 1]}]"
        )
        #expect(try walk("Q", "P", goal) == 10_000 + 20_000)
    }

    @Test func anAreaTurnedByAQuarterLaysItsXAlongTheBuildingsY() throws {
        let layout = try layout("spots: [{id: Q, area: T, at: [2, 3], size: [1, 1, 1]}]")
        #expect(layout.point(of: try #require(layout.bin("Q")?.place)) == Point(xMM: 47_000, yMM: 12_000))
    }

    @Test func oneWayCrossAislesAreWalkedRound() throws {
        let layout = try layout("", rows: ", one_way: right")
        #expect(try walk("S", "P", layout) == 10_000)
        #expect(try walk("P", "S", layout) == 20_000 + 10_000 + 20_000)
    }
}
