import ArgumentParser
import WarehouseLayout

/// `wms layout draw FILE`: the floor plan as a picture.
struct LayoutDrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw a layout as SVG or PNG; needs no daemon.",
        discussion: """
            A tour is a line of what `wms plan tour` prints. Picks are one JSON object, {"B-3-12": 41, …}, or lines \
            of bin,picks.
            """)

    @Argument(help: "The layout file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write, by its name .svg or .png; - writes SVG to standard output.", valueName: "file"))
    var output = "-"

    @Option(help: ArgumentHelp("A tour to lay over it.", valueName: "file"), completion: .file())
    var tour: String?

    @Option(help: "The station where the tour starts, if not the layout's first start.")
    var start: String?

    @Option(help: "The station where the tour ends, if not the pack station nearest to its start.")
    var end: String?

    @Option(help: ArgumentHelp("Picks by bin, shown as heat.", valueName: "file"), completion: .file())
    var heat: String?

    @Option(
        help: ArgumentHelp(
            "Pixels for a metre; bins get their addresses from about 35 on.", valueName: "pixels"))
    var scale: Double?

    func validate() throws {
        if let scale, !(1...400).contains(scale) {
            throw ValidationError("--scale is \(scale); it is 1 to 400 pixels for a metre")
        }
        try PictureFile.check(output: output)
    }

    func run() throws {
        let layout = try Layout.read(file: file)
        let tour = try tour.map {
            try TourFile(layout: layout, path: $0, start: start, end: end).read(InputFile.text(of: $0))
        }
        let heat = try heat.map { try HeatFile.read($0, layout) } ?? [:]
        let picture = LayoutDrawing(layout, pixelsPerMetre: scale).picture(tour: tour, heat: heat)
        // Its own scale says how many pixels a metre gets.
        try PictureFile.answer(picture, output: output, pixelsPerUnit: 1)
    }
}
