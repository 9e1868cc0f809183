import ArgumentParser
import Cartonization
import Domain
import LineProtocol
import Operations

/// `wms parcel …`: how a parcel is packed, in words or as a picture.
struct ParcelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parcel", abstract: "Show how a parcel is packed.",
        subcommands: [ParcelShow.self, ParcelDraw.self])
}

/// A parcel as `parcel.get` answers it, ready to be shown.
struct ShownParcel {
    let parcel: PackedParcel
    let box: BoxType
    /// `ORD-1, parcel 1 of 2`.
    let caption: String

    init(_ answer: ParcelGet.Result) {
        let id = answer.summary.box.text
        box = BoxType(id: id, inner: Size(answer.inner))
        var itemIndexes: [String: Int] = [:]
        let items = answer.plan.map { piece in
            let index = itemIndexes[piece.sku.text] ?? itemIndexes.count
            itemIndexes[piece.sku.text] = index
            return PlacedItem(
                sku: piece.sku.text, itemIndex: index,
                at: BoxPosition(xMM: piece.at.across, yMM: piece.at.deep, zMM: piece.at.up),
                size: Size(piece.size))
        }
        parcel = PackedParcel(boxID: id, items: items, weightG: 0)
        caption = "\(answer.summary.order), parcel \(answer.summary.number) of \(answer.parcels)"
    }
}

extension ParcelGet {
    /// - Parameter parcel: the parcel's number, its SSCC or a scan of its label.
    fileprivate init(of parcel: String) {
        self.init()
        self.parcel = parcel
    }
}

extension Size {
    fileprivate init(_ size: SizeMM) {
        self.init(lengthMM: size.length, widthMM: size.width, heightMM: size.height)
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
        let answer = try daemon.call(ParcelGet(of: parcel))
        let shown = ShownParcel(answer)
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
        try PictureFile.check(output: output)
    }

    func run() throws {
        let client = try LineClient(socket: socket.path)
        let shown = try ShownParcel(client.call(ParcelGet(of: parcel)))
        let drawing = ParcelDrawing(shown.parcel, box: shown.box, caption: shown.caption)
        var picture = drawing.isometric()
        if let layer {
            let layers = drawing.layers()
            guard layers.indices.contains(layer - 1) else {
                throw ValidationError("--layer is \(layer); the parcel has \(layers.count)")
            }
            picture = layers[layer - 1]
        }
        try PictureFile.answer(picture, output: output)
    }
}
