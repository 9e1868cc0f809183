import Foundation
import JSON
import Testing
import WarehouseLayout

@testable import PickRouting

/// 1,200 published problems with proven optima (Heßler and Irnich 2024).
@Suite("Published optima", .enabled(if: PublishedProblem.all != nil, "no ../shared/data/routing/sprp.ndjson"))
struct PublishedOptimaTests {
    @Test("one block", arguments: [2])
    func oneBlock(crossAisles: Int) throws {
        for problem in PublishedProblem.all ?? [] { try problem.check(crossAisles: crossAisles) }
    }

    @Test("two blocks", arguments: [3])
    func twoBlocks(crossAisles: Int) throws {
        for problem in PublishedProblem.all ?? [] { try problem.check(crossAisles: crossAisles) }
    }
}

struct PublishedProblem {
    let json: JSONValue

    static let all: [PublishedProblem]? = {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../../shared/data/routing/sprp.ndjson").standardized.path
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return text.split(separator: "\n").compactMap {
            try? PublishedProblem(json: JSONValue(parsing: String($0)))
        }
    }()

    private func int(_ key: String) throws -> Int { try #require(json[key]?.int) }

    private func floor(crossAisles: Int) throws -> BlockFloor {
        let (aisles, cells, pitch) = (try int("aisles"), try int("cells"), try int("cell_pitch"))
        let edge = try int("cell_to_cross_aisle")
        let isTwoBlock = crossAisles == 3
        func y(_ cell: Int) -> Int { edge + cell * pitch + (isTwoBlock && cell >= cells / 2 ? 1 : 0) }
        let back = y(cells - 1) + edge
        let picks = try #require(json["picks"]?.array)
        var positions: [BlockFloor.Position?] = []
        for pick in picks {
            let aisle = try #require(pick.array?[0].int)
            let cell = try #require(pick.array?[1].int)
            positions.append(.init(line: .aisle(aisle, yMM: y(cell)), spurMM: 0))
        }
        let depot = try #require(json["depot"]?.array)
        let isFront = depot[1].string == "bottom"
        positions.append(.init(line: .aisle(try #require(depot[0].int), yMM: isFront ? 0 : back), spurMM: 0))
        return BlockFloor(
            aisleXMM: (0..<aisles).map { $0 * (json["aisle_pitch"]?.int ?? 0) },
            crossAisleYMM: isTwoBlock ? [0, edge + (cells / 2 - 1) * pitch + 1, back] : [0, back],
            isSubAisleOpen: Array(repeating: Array(repeating: true, count: crossAisles - 1), count: aisles),
            barrierYMM: Array(repeating: Array(repeating: nil, count: crossAisles - 1), count: aisles),
            isCrossingOpen: Array(repeating: Array(repeating: true, count: aisles - 1), count: crossAisles),
            positions: positions)
    }

    func check(crossAisles: Int) throws {
        let optimum = try int(crossAisles == 2 ? "optimum_one_block" : "optimum_two_block")
        let ground = BlockFloorGround(try floor(crossAisles: crossAisles))
        let depot = PlaceID(index: ground.placeCount - 1)
        let asked = stops(0..<depot.index)
        let tour = try TourPlanner(ground: ground).plan(from: depot, to: depot, stops: asked)
        #expect(tour.lengthMM == optimum, "\(json["id"]?.string ?? "")")
        #expect(tour.isOptimal && tour.method == .aisleDP)
        #expect(ground.walkMM(from: depot, to: depot, stops: asked, tour: tour) == optimum)
    }
}
