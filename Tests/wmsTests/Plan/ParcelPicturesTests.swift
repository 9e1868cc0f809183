import Cartonization
import Foundation
import JSON
import Testing

@testable import wms

struct ParcelPicturesTests {
    @Test(arguments: [
        ("ORD-1", "ORD-1"), ("../../etc", "_._.._etc"), (".hidden", "_hidden"), ("订单 7", "订单_7"),
    ])
    func `an order's id leads out of no folder`(id: String, name: String) {
        #expect(ParcelPictures.fileName(id) == name)
    }

    @Test func `every parcel and every layer of it is drawn`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pictures-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let piece: JSONValue = ["sku": "TEA", "at_mm": [0, 0, 0], "size_mm": [120, 80, 60]]
        let upper: JSONValue = ["sku": "TEA", "at_mm": [0, 0, 60], "size_mm": [80, 120, 60]]
        let boxes = BoxType(id: "S", inner: Size(lengthMM: 240, widthMM: 160, heightMM: 120))
        let pictures = try ParcelPictures(folder: folder.path, format: .svg, boxes: [boxes])
        try pictures.draw(answer: [
            "id": "O-1",
            "parcels": [["box": "S", "items": [piece]], ["box": "S", "items": [piece, upper]]],
        ])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(
            names == [
                "O-1-1-layer-1.svg", "O-1-1.svg", "O-1-2-layer-1.svg", "O-1-2-layer-2.svg", "O-1-2.svg",
            ])
        let svg = try String(contentsOf: folder.appending(path: "O-1-2.svg"), encoding: .utf8)
        #expect(svg.contains("O-1, parcel 2 of 2"))
    }
}
