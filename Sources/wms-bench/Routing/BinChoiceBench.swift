import Foundation
import PickRouting
import WarehouseLayout

/// Bins chosen with the tour, against the published optima of the scattered-storage set.
struct BinChoiceBench {
    /// Disturbances that take about 10 and 50 ms.
    private static let efforts = [60, 350]

    let folder: String?
    let instances: Int

    func run() throws {
        guard let folder else { return row("bin choice: skipped, no --sprp-ss", gap: "", time: "") }
        let csv = try String(contentsOfFile: folder + "/results/results_SPRP-SS.csv", encoding: .utf8)
        let rows = csv.split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
        .filter { $0.count > 8 && $0[1] == "true" && $0[5] != "1" }
        let step = max(1, rows.count / (instances * 20))
        let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
        for effort in Self.efforts {
            var gaps: [Double] = []
            var times: [Double] = []
            for cells in sample {
                let name = "unit_F\(cells[5])_m\(cells[2])_C\(cells[3])_a\(cells[4])_\(cells[6]).txt"
                guard let optimum = Double(cells[8]),
                    let instance = try? PublishedInstance(path: folder + "/instances/" + name)
                else { continue }
                let (length, spent) = try solve(instance, effort: effort)
                gaps.append(Double(length) / (optimum * Double(BenchFloor.unitMM)) - 1)
                times.append(spent)
            }
            precondition(gaps.allSatisfy { $0 > -1e-9 }, "a choice shorter than the proven optimum")
            let optimal = gaps.filter { $0 < 1e-9 }.count
            row(
                "bin choice, \(gaps.count) instances, effort \(effort)",
                gap: percent(mean(gaps)) + ", \(optimal * 100 / max(1, gaps.count)) % optimal",
                time: "mean " + time(mean(times)) + ", median " + time(median(times)))
        }
    }

    private func solve(_ instance: PublishedInstance, effort: Int) throws -> (
        lengthMM: Int, microseconds: Double
    ) {
        let floor = instance.floor()
        let lines = (instance.orders.first ?? []).map { wanted in
            PickLine(
                quantity: wanted.quantity,
                candidates: instance.positions.indices.filter {
                    instance.positions[$0].article == wanted.article
                }
                .map { .init(place: PlaceID(index: $0), available: instance.positions[$0].quantity) })
        }
        var length = 0
        let spent = try microseconds {
            length = try BinChoice(planner: floor.planner)
                .plan(lines, from: floor.depot, to: floor.depot, effort: effort).lengthMM
        }
        return (length, spent)
    }
}
