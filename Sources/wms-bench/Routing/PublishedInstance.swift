import Foundation
import PickRouting
import WarehouseLayout

/// An instance in the text format of Heßler and Irnich: one rectangular block, cell 0 at the top.
struct PublishedInstance {
    struct Position {
        let article: Int
        let aisle: Int
        let cell: Int
        let quantity: Int
    }

    private(set) var header: [String: String] = [:]
    private(set) var positions: [Position] = []
    /// Per order the articles and their quantities.
    private(set) var orders: [[(article: Int, quantity: Int)]] = []

    init(path: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: path))
        // Comments are Latin-1.
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ").map(String.init)
            guard let first = words.first else { continue }
            if first == "ID", words.count >= 10 {
                positions.append(
                    Position(
                        article: Int(words[1]) ?? 0, aisle: Int(words[3]) ?? 0, cell: Int(words[5]) ?? 0,
                        quantity: Int(words[7]) ?? 0))
            } else if first == "ID", words.count == 4, words[2] == "QUANTITY" {
                if orders.isEmpty { orders.append([]) }
                orders[orders.count - 1].append((Int(words[1]) ?? 0, Int(words[3]) ?? 0))
            } else if first == "NUM_ARTICLES_IN_ORDER" {
                orders.append([])
            } else if words.count >= 3, words[1] == ":" {
                header[first] = words[2...].joined(separator: " ")
            }
        }
    }

    private func number(_ key: String) -> Double { header[key].flatMap(Double.init) ?? 0 }
    private func millimetres(_ units: Double) -> Int { Int((units * Double(BenchFloor.unitMM)).rounded()) }

    var capacity: Int { Int(number("PICKER_CAPACITY")) }

    /// The floor, its places in the order of `positions`, the depot last.
    ///
    /// - Parameters:
    ///   - edge: from a cross aisle to the nearest cell, where it is not as the file says.
    ///   - hasMiddleAisle: a cross aisle of width 1 after half of the cells.
    func floor(edge: Double? = nil, hasMiddleAisle: Bool = false) -> BenchFloor {
        let aisles = Int(number("NUM_AISLES"))
        let cells = Int(number("NUM_CELLS"))
        let edge = edge ?? number("DISTANCE_BOTTOM_TO_CELL")
        let pitch = number("DISTANCE_CELL_TO_CELL")
        func y(_ cell: Int) -> Int {
            let fromBottom = cells - 1 - cell
            let middle = hasMiddleAisle && fromBottom >= cells / 2 ? 1.0 : 0
            return millimetres(edge + Double(fromBottom) * pitch + middle)
        }
        let back = y(0) + millimetres(edge)
        let middle = millimetres(edge + Double(cells / 2 - 1) * pitch + 1)
        let crossAisles = hasMiddleAisle ? [0, middle, back] : [0, back]
        var places: [BlockFloor.Position?] = positions.map { .init(line: .aisle($0.aisle, yMM: y($0.cell))) }
        let xs = (0..<aisles).map { millimetres(Double($0) * number("DISTANCE_AISLE_TO_AISLE")) }
        let isTop = header["DEPOT_LOCATION"] == "top"
        places.append(
            .init(line: .crossAisle(isTop ? crossAisles.count - 1 : 0, xMM: xs[Int(number("DEPOT_AISLE"))])))
        let blocks = crossAisles.count - 1
        return BenchFloor(
            BlockFloor(
                aisleXMM: xs, crossAisleYMM: crossAisles,
                isSubAisleOpen: Array(repeating: Array(repeating: true, count: blocks), count: aisles),
                barrierYMM: Array(repeating: Array(repeating: nil, count: blocks), count: aisles),
                isCrossingOpen: Array(
                    repeating: Array(repeating: true, count: aisles - 1), count: crossAisles.count),
                positions: places))
    }
}
