import ArgumentParser
import WarehouseLayout

/// `wms layout check FILE`: every fault of a layout file, with its line, its column and its mend.
struct LayoutCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Print every fault of a layout file; needs no daemon.",
        discussion: "The exit status is 1 where the file has a fault.")

    @Argument(help: "The layout file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    func run() throws {
        let layout = try Layout.read(file: file)
        print("\(layout.warehouse): \(layout.name)")
        print(
            "\(layout.bins.count) bins, \(layout.stations.count) stations, \(layout.placeCount) places to stand"
        )
        if let floor = layout.blockFloor {
            print(
                "a rectangle of \(floor.aisleXMM.count) aisles and \(floor.crossAisleYMM.count) cross aisles: "
                    + "the shortest tours are found exactly")
        } else {
            print("no plain rectangle: tours are found by search")
        }
    }
}
