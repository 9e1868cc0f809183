import ArgumentParser
import Cartonization
import JSON
import LineProtocol

struct ParcelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parcel", abstract: "Show how a parcel is packed.",
        subcommands: [ParcelShow.self, ParcelDraw.self])
}

/// A parcel as `parcel.get` tells it, ready to be shown.
struct ShownParcel {
    let parcel: PackedParcel
    let box: BoxType
    /// `ORD-1, parcel 1 of 2`.
    let caption: String

    init(_ answer: JSONValue) throws {
        let id = answer["box"]?.string ?? ""
        let inner = (answer["inner_mm"]?.array ?? []).compactMap(\.int)
        guard inner.count == 3 else {
            throw PackingError.malformed(field: "inner_mm", problem: "must be three lengths")
        }
        box = BoxType(id: id, inner: Size(lengthMM: inner[0], widthMM: inner[1], heightMM: inner[2]))
        var itemIndexes: [String: Int] = [:]
        parcel = try PackedParcel(boxID: id, places: answer["plan"], itemIndexes: &itemIndexes)
        let (number, parcels) = (answer["number"]?.int ?? 1, answer["parcels"]?.int ?? 1)
        caption = "\(answer["order_id"]?.string ?? ""), parcel \(number) of \(parcels)"
    }
}

/// `wms parcel show PARCEL`: how it is packed, in words.
struct ParcelShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tell how a parcel is packed, piece by piece.")

    @Argument(help: "The parcel's number, its SSCC or a scan of its label.")
    var parcel: String

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        let daemon = try connection.connect()
        let answer = try daemon.call("parcel.get", ["parcel": .string(parcel)])
        let shown = try ShownParcel(answer)
        daemon.show(answer) { _ in
            ([shown.caption] + ParcelWords(shown.parcel, box: shown.box).lines).joined(separator: "\n")
        }
    }
}

/// `wms parcel draw PARCEL -o FILE`: how it is packed, as a picture.
struct ParcelDraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw", abstract: "Draw how a parcel is packed, as SVG or PNG.")

    @Argument(help: "The parcel's number, its SSCC or a scan of its label.")
    var parcel: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write, by its name .svg or .png; - writes SVG to standard output.", valueName: "file"))
    var output = "-"

    @Option(
        help: ArgumentHelp(
            "Draw this layer from above, counted from the floor, instead of the whole box.", valueName: "n"))
    var layer: Int?

    @OptionGroup var socket: SocketOption

    func validate() throws {
        guard output == "-" || output.hasSuffix(".svg") || output.hasSuffix(".png") else {
            throw ValidationError("--output \(output) ends in neither .svg nor .png")
        }
    }

    func run() throws {
        let client = try LineClient(socket: socket.path)
        let shown = try ShownParcel(client.call("parcel.get", ["parcel": .string(parcel)]))
        let drawing = ParcelDrawing(shown.parcel, box: shown.box, caption: shown.caption)
        var picture = drawing.isometric()
        if let layer {
            let layers = drawing.layers()
            guard layers.indices.contains(layer - 1) else {
                throw ValidationError("--layer is \(layer); the parcel has \(layers.count)")
            }
            picture = layers[layer - 1]
        }
        if output == "-" {
            Terminal.print(picture.svg(), terminator: "")
        } else {
            try PictureFile.write(picture, to: output)
            Terminal.print(output)
        }
    }
}
