import Cartonization
import Foundation
import JSON
import Testing

/// Orders of a real shop, where the data lies beside the project; a twentieth of them where `WMS_TEST_SEEDS`
/// does not ask for more.
@Suite struct RealOrderTests {
    @Test(
        .enabled(if: SharedData.hasOrders, "../shared/data/packing is not here"),
        arguments: [Rotation.any, .upright])
    func `every packing keeps every rule`(rotation: Rotation) throws {
        let boxes = try SharedData.boxes()
        let orders = try SharedData.orders(rotation)
        let cartonizer = try Cartonizer(
            boxes: boxes, effort: RandomOrders.isQuick ? 20_000 : Cartonizer.effortDefault)
        let checker = PackingChecker(boxes: boxes)
        var lines: [String] = []
        for (number, items) in orders.enumerated() {
            let packing = try cartonizer.pack(items)
            let breaches = checker.breaches(packing, of: items)
            #expect(breaches.isEmpty, "order \(number): \(breaches.prefix(3))")
            lines.append(SharedData.validatorLine(number, packing, of: items, boxes: boxes))
        }
        try expectValid(lines)
    }

    /// The same judged by a program in another language.
    private func expectValid(_ lines: [String]) throws {
        guard SharedData.hasValidator else {
            print("skipped: ../shared/checks/validate_packing.py or python3 is not here")
            return
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("packings-\(UUID()).ndjson")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: SharedData.python)
        process.arguments = [SharedData.validator.path, file.path, "--support", "0.75", "--com", "--summary"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
    }
}

private enum SharedData {
    private static let shared = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
    private static let packing = shared.appendingPathComponent("data/packing")
    static let validator = shared.appendingPathComponent("checks/validate_packing.py")
    static let python = "/usr/bin/python3"

    static var hasOrders: Bool { FileManager.default.fileExists(atPath: packing.path) }
    static var hasValidator: Bool {
        FileManager.default.fileExists(atPath: validator.path)
            && FileManager.default.isExecutableFile(atPath: python)
    }

    static func boxes() throws -> [BoxType] {
        try BoxesFile(
            json: JSONValue(parsing: Data(contentsOf: packing.appendingPathComponent("boxes.json")))
        ).boxes
    }

    static func orders(_ rotation: Rotation) throws -> [[Item]] {
        let lines = try Data(contentsOf: packing.appendingPathComponent("orders.ndjson")).split(
            separator: UInt8(ascii: "\n"))
        return try stride(from: 0, to: lines.count, by: RandomOrders.isQuick ? 20 : 1).map { index in
            try Item.list(json: JSONValue(parsing: lines[index])["items"]).map { item in
                var item = item
                item.rotation = rotation
                return item
            }
        }
    }

    /// The packing in the words of the validator.
    static func validatorLine(_ number: Int, _ packing: Packing, of items: [Item], boxes: [BoxType]) -> String
    {
        var piece = 0
        func list(_ lengths: [Int]) -> JSONValue { .array(lengths.map { .int($0) }) }
        func edges(_ size: Size) -> JSONValue { list([size.lengthMM, size.widthMM, size.heightMM]) }
        let parcels = packing.parcels.map { parcel -> JSONValue in
            let pieces = parcel.items.map { placed -> JSONValue in
                piece += 1
                let item = items[placed.itemIndex]
                return [
                    "id": .int(piece), "pos": list([placed.at.xMM, placed.at.yMM, placed.at.zMM]),
                    "size": edges(placed.size), "orig": edges(item.size), "weight_g": .int(item.weightG),
                    "rotation": item.rotation == .any ? "any" : "upright",
                ]
            }
            let inner = boxes.first { $0.id == parcel.boxID }?.inner
            return [
                "ref": .string(parcel.boxID), "inner_mm": inner.map(edges) ?? .null, "items": .array(pieces),
            ]
        }
        let types = boxes.map { box -> JSONValue in
            [
                "ref": .string(box.id), "inner_mm": edges(box.inner), "tare_g": .int(box.tareG),
                "max_gross_g": box.maxGrossG.map { .int($0) } ?? .null,
            ]
        }
        let line: JSONValue = ["id": .int(number), "boxes": .array(parcels), "box_types": .array(types)]
        return line.description
    }
}
