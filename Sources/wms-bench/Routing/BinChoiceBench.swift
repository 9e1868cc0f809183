import Foundation
import PickRouting
import WarehouseLayout

/// Bins chosen with the tour, against the published optima of the scattered-storage set.
///
/// The sample is the same share of every kind of instance: demand, bins per article, aisles, cells, articles.
/// Left out are the values of two blocks with varying demand: some are shorter than any choice can be. For
/// `varying_F2_m5_C30_a7_0` all 931 choices were tried; the shortest walk is 110 and the table says 106.
struct BinChoiceBench {
    private struct Series {
        let name: String
        let table: String
        let hasMiddleAisle: Bool
        /// What the columns of the table say.
        let columns: (demand: Int, aisles: Int, cells: Int, bins: Int, articles: Int, seed: Int, optimum: Int)
    }

    /// Effort that takes about as long, and the mean gap asked for.
    private static let asked: [(effort: Int, gap: Double, within: Double)] = [
        (effort: 30_000, gap: 0.01, within: 10_000.0), (200_000, 0.004, 50_000.0),
    ]
    private static let series = [
        Series(
            name: "one block", table: "results_SPRP-SS.csv", hasMiddleAisle: false,
            columns: (1, 2, 3, 5, 4, 6, 8)),
        Series(
            name: "two blocks", table: "results_SPRP-SS_two_block.csv", hasMiddleAisle: true,
            columns: (1, 2, 3, 4, 5, 6, 7)),
    ]

    let folder: String?
    /// Of each kind; a kind has 50.
    let instances: Int

    func run() throws {
        guard let folder else { return row("bin choice: skipped, no --sprp-ss", gap: "", time: "") }
        for series in Self.series {
            let sample = try sample(series, in: folder)
            for asked in Self.asked {
                var record = GapRecord()
                for (path, optimum) in sample {
                    let instance = try PublishedInstance(path: path)
                    let (chosen, spent) = try solve(
                        instance, hasMiddleAisle: series.hasMiddleAisle, effort: asked.effort)
                    record.add(
                        lengthMM: chosen.lengthMM, best: optimum, isProven: chosen.isOptimal,
                        microseconds: spent)
                    precondition(
                        chosen.lengthMM >= Int(optimum) * BenchFloor.unitMM, "\(path): below the optimum")
                    precondition(
                        chosen.lowerBoundMM <= Int(optimum) * BenchFloor.unitMM, "\(path): a false bound")
                }
                record.print("bin choice, \(series.name)", asked: asked.gap, within: asked.within)
            }
        }
    }

    private func sample(_ series: Series, in folder: String) throws -> [(path: String, optimum: Double)] {
        let csv = try String(contentsOfFile: folder + "/results/" + series.table, encoding: .utf8)
        let columns = series.columns
        let step = 50 / max(1, min(50, instances))
        return csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",").map(String.init)
            guard cells.count > columns.optimum, let seed = Int(cells[columns.seed]), seed % step == 0,
                seed / step < instances, cells[columns.bins] != "1",
                let optimum = Double(cells[columns.optimum])
            else { return nil }
            let demand = ["true", "unit"].contains(cells[columns.demand]) ? "unit" : "varying"
            if series.hasMiddleAisle, demand == "varying" { return nil }
            let name = [
                "\(demand)_F\(cells[columns.bins])", "m\(cells[columns.aisles])", "C\(cells[columns.cells])",
                "a\(cells[columns.articles])", "\(seed).txt",
            ].joined(separator: "_")
            return (folder + "/instances/" + name, optimum)
        }
    }

    private func solve(
        _ instance: PublishedInstance, hasMiddleAisle: Bool, effort: Int
    ) throws -> (chosen: ChosenTour, microseconds: Double) {
        let floor = instance.floor(hasMiddleAisle: hasMiddleAisle)
        let lines = (instance.orders.first ?? []).map { wanted in
            PickLine(
                quantity: wanted.quantity,
                candidates: instance.positions.indices.filter {
                    instance.positions[$0].article == wanted.article
                }
                .map { .init(place: PlaceID(index: $0), available: instance.positions[$0].quantity) })
        }
        var chosen: ChosenTour?
        let spent = try microseconds {
            chosen = try BinChoice(planner: floor.planner)
                .plan(lines, from: floor.depot, to: floor.depot, effort: effort)
        }
        guard let chosen else { preconditionFailure("no choice") }
        return (chosen, spent)
    }
}
