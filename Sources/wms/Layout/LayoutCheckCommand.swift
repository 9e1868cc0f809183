import ArgumentParser
import PickRouting
import WarehouseLayout

/// `wms layout check FILE`: every fault of a layout file, with its line, its column and its fix.
struct LayoutCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Print every fault of a layout file; needs no daemon.",
        discussion: "The exit status is 1 where the file has a fault.")

    @Argument(help: "The layout file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    func run() throws {
        let text = try InputFile.text(of: file)
        let layout: Layout
        do throws(LayoutError) { layout = try Layout(yaml: text, file: file) } catch {
            // Here the faults are the answer.
            Terminal.print("\(error)")
            throw ExitCode.failure
        }
        Terminal.print("\(layout.warehouse): \(layout.name)")
        let bins = counted(layout.bins.count, "bin")
        let stations = counted(layout.stations.count, "station")
        Terminal.print("\(bins), \(stations), \(counted(layout.placeCount, "place")) to stand")
        Terminal.print(Self.tours(on: layout))
    }

    /// How tours on the layout are found.
    static func tours(on layout: Layout) -> String {
        guard let floor = layout.blockFloor else { return "no plain rectangle: tours are found by search" }
        let aisles = counted(floor.aisleXMM.count, "aisle")
        let crossAisles = counted(floor.crossAisleYMM.count, "cross aisle")
        let how =
            TourPlanner(layout: layout).isExact
            ? "the shortest tours are found exactly"
            : "too large for the exact method, tours are found by search"
        return "a rectangle of \(aisles) and \(crossAisles): \(how)"
    }
}
