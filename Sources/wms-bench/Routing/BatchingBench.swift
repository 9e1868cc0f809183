import Foundation
import PickRouting
import WarehouseLayout

/// Batches against the best known values of the sets of Henn and Wäscher and of Muter and Öncan.
struct BatchingBench {
    private struct Series {
        let name: String
        let folder: String
        let set: String
        let suffix: String
        /// From a cross aisle to the nearest cell, where the best known values were computed with another.
        let edge: Double?
    }

    private static let series = [
        Series(
            name: "Henn and Wäscher", folder: "HennWaescher/uniform_S-Shape", set: "HennWaescher",
            suffix: "_u", edge: nil),
        Series(name: "Muter and Öncan", folder: "Muter", set: "MuterOencanWG", suffix: "", edge: 1.5),
    ]
    /// Disturbances that take about a second for 100 orders.
    private static let effort = 5_000

    let folder: String?
    let references: String?
    let instances: Int

    func run() throws {
        guard let folder, let references else {
            return row("batching: skipped, no --jobprp and --references", gap: "", time: "")
        }
        let bestKnown = try readReferences(references + "/data/reference/processed/reference_values.csv")
        for series in Self.series {
            let path = folder + "/src/data/" + series.folder
            let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter {
                $0.hasSuffix(".txt")
            }
            var (gaps, served, times): ([Double], [Double], [Double]) = ([], [], [])
            for file in files {
                let name = String(file.dropLast(4))
                guard gaps.count < instances, let best = bestKnown[series.set + "/" + name + series.suffix]
                else { continue }
                let instance = try PublishedInstance(path: path + "/" + file)
                guard instance.orders.count == 100 else { continue }
                let answer = try solve(instance, edge: series.edge)
                gaps.append(Double(answer.lengthMM) / 1_000 / best - 1)
                served.append(Double(answer.servedMM) / 1_000 / best - 1)
                times.append(answer.microseconds)
            }
            row(
                "batching 100 orders, \(series.name), \(gaps.count) instances",
                gap: percent(mean(gaps))
                    + ", least \(percent(gaps.min() ?? .nan)); first come first served \(percent(mean(served)))",
                time: time(mean(times)))
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
    ) throws -> (lengthMM: Int, servedMM: Int, microseconds: Double) {
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
        var length = 0
        let spent = try microseconds {
            length = try batcher.plan(orders, from: floor.depot, to: floor.depot, effort: Self.effort).totalMM
        }
        let served = try batcher.firstComeFirstServed(orders, from: floor.depot, to: floor.depot)
        return (length, served.totalMM, spent)
    }
}
