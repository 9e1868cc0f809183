import Foundation
import PickRouting
import WarehouseLayout

/// Batches against the best known values of the sets of Henn and Wäscher and of Muter and Öncan: every
/// instance of 100 orders that the sets hold, and for comparison those of 40 to 90 orders.
struct BatchingBench {
    private struct Series {
        let name: String
        let folders: [String]
        let set: String
        let suffix: String
        /// From a cross aisle to the nearest cell, where the best known values were computed with another.
        let edge: Double?
        let asked: Double
    }

    private static let series = [
        Series(
            name: "Henn and Wäscher",
            folders: ["HennWaescher/uniform_S-Shape", "HennWaescher/uniform_Largest_Gap"],
            set: "HennWaescher", suffix: "_u", edge: nil, asked: 0.015),
        Series(
            name: "Muter and Öncan", folders: ["Muter"], set: "MuterOencanWG", suffix: "", edge: 1.5,
            asked: 0.02),
    ]
    /// Perturbations that take about a second for 100 orders.
    private static let effort = 2_800

    let folder: String?
    let references: String?
    let instances: Int

    func run() throws {
        guard let folder, let references else {
            return row("batching: skipped, no --jobprp and --references", gap: "", time: "")
        }
        let bestKnown = try readReferences(references + "/data/reference/processed/reference_values.csv")
        for series in Self.series {
            for sizes in [100...100, 40...90] {
                try run(series, sizes, of: folder, bestKnown: bestKnown)
            }
        }
    }

    private func run(
        _ series: Series, _ sizes: ClosedRange<Int>, of folder: String, bestKnown: [String: Double]
    ) throws {
        var (record, served) = (GapRecord(), GapRecord())
        for path in try files(of: series, in: folder) {
            let name = String(path.split(separator: "/").last?.dropLast(4) ?? "")
            guard let best = bestKnown[series.set + "/" + name + series.suffix] else { continue }
            let instance = try PublishedInstance(path: path)
            guard sizes ~= instance.orders.count, record.count < instances * sizes.count else { continue }
            let answer = try solve(instance, edge: series.edge)
            record.add(
                lengthMM: answer.batching.totalMM, best: best, isProven: answer.batching.isOptimal,
                microseconds: answer.microseconds)
            served.add(lengthMM: answer.servedMM, best: best, isProven: false, microseconds: 0)
            precondition(answer.batching.lowerBoundMM <= answer.batching.totalMM, "\(path): a false bound")
        }
        let count = sizes.count == 1 ? "\(sizes.lowerBound)" : "\(sizes.lowerBound) to \(sizes.upperBound)"
        record.print(
            "batching \(count) orders, \(series.name); first come first served \(percent(served.meanGap))",
            asked: series.asked, within: 1e6)
    }

    private func files(of series: Series, in folder: String) throws -> [String] {
        try series.folders.flatMap { sub in
            let path = folder + "/src/data/" + sub
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                .filter { $0.hasSuffix(".txt") }.map { path + "/" + $0 }
        }
    }

    private func readReferences(_ path: String) throws -> [String: Double] {
        var values: [String: Double] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst()
        {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells.count > 2, let value = Double(cells[2]) { values["\(cells[0])/\(cells[1])"] = value }
        }
        return values
    }

    private func solve(
        _ instance: PublishedInstance, edge: Double?
    ) throws -> (batching: Batching, servedMM: Int, microseconds: Double) {
        let floor = instance.floor(edge: edge)
        var placeOfArticle: [Int: PlaceID] = [:]
        for (index, position) in instance.positions.enumerated() {
            placeOfArticle[position.article] = PlaceID(index: index)
        }
        let orders = instance.orders.map { lines in
            BatchOrder(
                places: lines.compactMap { placeOfArticle[$0.article] },
                totes: lines.reduce(0) { $0 + $1.quantity })
        }
        let batcher = BatchPlanner(planner: floor.planner, limits: CartLimits(totes: instance.capacity))
        let clock = ContinuousClock()
        let began = clock.now
        let batching = try batcher.plan(orders, from: floor.depot, to: floor.depot, effort: Self.effort)
        let spent = (clock.now - began) / .microseconds(1)
        let served = try batcher.firstComeFirstServed(orders, from: floor.depot, to: floor.depot)
        return (batching, served.totalMM, spent)
    }
}
