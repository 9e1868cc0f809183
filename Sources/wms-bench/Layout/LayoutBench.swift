import ArgumentParser
import Common
import WarehouseLayout

/// `wms-bench layout`: how long a large layout takes to load, and a distance to be looked up.
struct LayoutBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout", abstract: "Load and check 100,000 bins, look up distances, draw, on one core.")

    @Option(help: "How often each is done; the median is shown.")
    var rounds = 5

    func run() throws {
        for line in table.markdownHead { print(line) }
        for (name, yaml) in [
            ("rectangle", Self.yaml()),
            (
                "rectangle with printed names",
                Self.yaml(head: "bin_name: \"{aisle}-{shelf:02}-{level:A}{column}\"")
            ),
            ("one-way aisles", Self.yaml(aisle: "one_way: up") + Self.wayBack),
        ] {
            let layout = try Layout(yaml: yaml, file: "bench.yaml")
            let spent = try repeated { _ = try Layout(yaml: yaml, file: "bench.yaml") }
            row("load and check \(layout.bins.count) bins, \(name)", time(spent))
            let lookUp = repeated { lookUps(layout) } / Double(Self.lookUps)
            row("one distance between two of them", "\(Int((lookUp * 1_000).rounded())) ns")
        }
        let layout = try Layout(yaml: Self.yaml(), file: "bench.yaml")
        row("draw the rectangle as SVG", time(repeated { _ = LayoutDrawing(layout).picture().svg() }))
    }

    private var table: TextTable { TextTable(columns: [.init("case", .left), .init("time", .left)]) }

    private func row(_ name: String, _ figure: String) { print(table.markdownLine([name, figure])) }

    private static let lookUps = 1_000_000

    private func lookUps(_ layout: Layout) {
        var sum = 0
        for index in 0..<Self.lookUps {
            let from = PlaceID(index: index % layout.placeCount)
            let to = PlaceID(index: (index &* 7_919) % layout.placeCount)
            sum &+= layout.distanceMM(from: from, to: to) ?? 0
        }
        precondition(sum != 0, "the distances must not be optimised away")
    }

    private func repeated(_ work: () throws -> Void) rethrows -> Double {
        median(try (0..<max(1, rounds)).map { _ in try microseconds(work) })
    }

    /// 100 aisles of 80 shelves of 13 bins between five cross aisles: 104,000 bins.
    private static func yaml(head: String = "name: Bench", aisle: String = "area: HALL") -> String {
        """
        warehouse: BENCH
        \(head)
        areas: [{id: HALL}]
        cross_aisles: [\((0...4).map { "{id: R\($0), y: \($0 * 33)}" }.joined(separator: ", "))]
        aisles:
          - id: 001..100
            x: 1
            pitch: 4
            \(aisle)
            shelves: [\((0..<4).map(run).joined(separator: ", "))]
        stations:
          - {id: DEPOT, kind: start, x: 0, y: -2}
          - {id: PACK-01..20, kind: pack, x: 10, y: -3, pitch: [3, 0]}

        """
    }

    private static func run(_ block: Int) -> String {
        "{count: 20, first_y: \(block * 33 + 3), length: 3, "
            + "bins: [{levels: 3, columns: 3, size: [900, 600, 400]}, {levels: 2, columns: 2, size: [1250, 1000, 1700]}]}"
    }

    /// Where all aisles lead up, a way down.
    private static let wayBack = "walkways: [{id: BACK, from: [1, 132], to: [1, 0], one_way: true}]\n"
}
