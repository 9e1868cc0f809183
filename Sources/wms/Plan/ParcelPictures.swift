import Cartonization
import Foundation
import JSON

/// The pictures of every parcel of an answer, in a folder: `ORD-1-1.svg` the first parcel,
/// `ORD-1-1-layer-2.svg` its second layer.
struct ParcelPictures {
    let folder: String
    let format: PictureFile.Format
    let boxes: [BoxType]

    /// - Throws: where the folder cannot be made.
    init(folder: String, format: PictureFile.Format, boxes: [BoxType]) throws {
        self.folder = folder
        self.format = format
        self.boxes = boxes
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// Draws the parcels of one answer of a plan.
    func draw(answer: JSONValue) throws {
        let id = answer["id"].flatMap { $0.isNull ? nil : PlainText.inline($0) } ?? "order"
        let parcels = answer["parcels"]?.array ?? []
        var itemIndexes: [String: Int] = [:]
        for (index, parcel) in parcels.enumerated() {
            guard let box = boxes.first(where: { $0.id == parcel["box"]?.string }) else { continue }
            let packed = try PackedParcel(boxID: box.id, places: parcel["items"], itemIndexes: &itemIndexes)
            let caption = "\(id), parcel \(index + 1) of \(parcels.count)"
            let drawing = ParcelDrawing(packed, box: box, caption: caption)
            let name = "\(folder)/\(Self.fileName(id))-\(index + 1)"
            try PictureFile.write(drawing.isometric(), to: "\(name).\(format)")
            for (layer, picture) in drawing.layers().enumerated() {
                try PictureFile.write(picture, to: "\(name)-layer-\(layer + 1).\(format)")
            }
        }
    }

    /// An order's id as part of a file's name: what could lead out of the folder or hide the file
    /// is spelled `_`.
    static func fileName(_ id: String) -> String {
        let name = String(id.prefix(100).map { $0.isLetter || $0.isNumber || "-._".contains($0) ? $0 : "_" })
        return name.hasPrefix(".") ? "_" + name.dropFirst() : name
    }
}
