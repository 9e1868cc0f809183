import Common
import WarehouseLayout

/// A floor made by chance, as numbers and as the file that says them.
struct FloorSpec {
    struct CrossAisle { var id: String, y: Int, x: ClosedRange<Int>?, oneWay: String? }
    struct Aisle { var id: String, x: Int, from: Int, to: Int, oneWay: String? }
    struct Station { var id: String, kind: String, x: Int, y: Int }
    struct Walkway { var id: String, from: (Int, Int), to: (Int, Int), oneWay: Bool, extra: Int }
    enum Closure {
        case mouth(aisle: Int, row: Int)
        case pillar(aisle: Int, y: Int)
        case gap(row: Int, left: Int)
    }

    var crossAisles: [CrossAisle] = []
    var aisles: [Aisle] = []
    var stations: [Station] = []
    var walkways: [Walkway] = []
    var closures: [Closure] = []
    var shelfLength = 2_000

    /// A rectangle of aisles, with dead ends, pillars and closed crossings at `trouble` percent each.
    init(rectangle random: inout SplitMix64, trouble: Int) {
        var y = 0
        for row in 0..<random.next(in: 2...4) {
            crossAisles.append(CrossAisle(id: "R\(row)", y: y, x: nil, oneWay: nil))
            y += random.next(in: 4...9) * 1_000
        }
        var x = random.next(in: -3...3) * 500
        let top = crossAisles.count - 1
        for column in 0..<random.next(in: 1...5) {
            var aisle = Aisle(id: "A\(column)", x: x, from: 0, to: crossAisles[top].y, oneWay: nil)
            if random.chance(percent: trouble), top > 1 { aisle.from = crossAisles[1].y }
            if random.chance(percent: trouble) {
                aisle.to = crossAisles[top].y - random.next(in: 1...3) * 700
            }
            aisles.append(aisle)
            x += random.next(in: 2...6) * 700
        }
        addStations(&random)
        for column in aisles.indices {
            if random.chance(percent: trouble) {
                closures.append(.mouth(aisle: column, row: random.next(in: 0...top)))
            }
            if random.chance(percent: trouble) {
                let (from, to) = (aisles[column].from, aisles[column].to)
                closures.append(.pillar(aisle: column, y: random.next(in: from + 1...to - 1)))
            }
            if random.chance(percent: trouble), column + 1 < aisles.count {
                closures.append(.gap(row: random.next(in: 0...top), left: column))
            }
        }
        closures = closures.filter { isPossible($0) }
    }

    /// The same kind of floor with one-way lines and walkways across it.
    init(directed random: inout SplitMix64) {
        self.init(rectangle: &random, trouble: 10)
        for index in aisles.indices where random.chance(percent: 40) {
            aisles[index].oneWay = random.element(of: ["up", "down"])
        }
        for index in crossAisles.indices where random.chance(percent: 20) {
            crossAisles[index].oneWay = random.element(of: ["left", "right"])
        }
        let corners = aisles.map { ($0.x, $0.from) } + aisles.map { ($0.x, $0.to) }
        for number in 0..<random.next(in: 1...3) {
            let (from, to) = (random.element(of: corners), random.element(of: corners))
            if from == to { continue }
            walkways.append(
                Walkway(
                    id: "W\(number)", from: from, to: to, oneWay: random.chance(percent: 50),
                    extra: random.next(in: 0...4) * 250))
        }
    }

    private mutating func addStations(_ random: inout SplitMix64) {
        let (left, right) = (aisles[0].x, aisles[aisles.count - 1].x)
        for (number, kind) in ["start", "pack", "dock", "start", "pack"].enumerated() {
            stations.append(
                Station(
                    id: "S\(number)", kind: kind, x: random.next(in: left - 3_000...right + 3_000),
                    y: random.element(of: [
                        0, -2_500, crossAisles[1].y, crossAisles[crossAisles.count - 1].y + 1_500,
                    ]))
            )
        }
    }

    /// Whether the file would allow it: the aisle meets the cross aisle, the pillar stands on no bin's column.
    private func isPossible(_ closure: Closure) -> Bool {
        func meets(_ aisle: Aisle, _ row: Int) -> Bool {
            (aisle.from...aisle.to).contains(crossAisles[row].y)
        }
        switch closure {
        case .mouth(let aisle, let row): return meets(aisles[aisle], row)
        case .pillar: return true
        case .gap(let row, let left): return meets(aisles[left], row) && meets(aisles[left + 1], row)
        }
    }

    /// The starts of the shelves of an aisle: as many as fit between neighbouring cross aisles.
    func shelfCentres(of aisle: Aisle) -> [Int] {
        let cuts =
            [aisle.from] + crossAisles.map(\.y).filter { aisle.from < $0 && $0 < aisle.to } + [aisle.to]
        return zip(cuts, cuts.dropFirst()).flatMap { low, high in
            stride(from: low + shelfLength / 2, through: high - shelfLength / 2, by: shelfLength)
        }
    }

    var yaml: String {
        var text = "warehouse: T-1\ncross_aisles:\n"
        for row in crossAisles {
            let extent = row.x.map { ", x: [\(metres($0.lowerBound)), \(metres($0.upperBound))]" } ?? ""
            text +=
                "  - {id: \(row.id), y: \(metres(row.y))\(extent)\(row.oneWay.map { ", one_way: \($0)" } ?? "")}\n"
        }
        text += "aisles:\n"
        for aisle in aisles {
            text += "  - id: \(aisle.id)\n    x: \(metres(aisle.x))\n    from: \(metres(aisle.from))\n"
            text += "    to: \(metres(aisle.to))\n" + (aisle.oneWay.map { "    one_way: \($0)\n" } ?? "")
            let centres = shelfCentres(of: aisle)
            if !centres.isEmpty { text += "    shelves:\n" }
            for centre in centres {
                text +=
                    "      - {count: 1, first_y: \(metres(centre)), length: \(metres(shelfLength)), sides: left, "
                text += "bins: {columns: 3, levels: 1, size: [600, 500, 400]}}\n"
            }
        }
        text += "stations:\n"
        for station in stations {
            text +=
                "  - {id: \(station.id), kind: \(station.kind), x: \(metres(station.x)), y: \(metres(station.y))}\n"
        }
        if !walkways.isEmpty { text += "walkways:\n" }
        for way in walkways {
            text += "  - {id: \(way.id), from: [\(metres(way.from.0)), \(metres(way.from.1))], "
            text +=
                "to: [\(metres(way.to.0)), \(metres(way.to.1))], one_way: \(way.oneWay), extra: \(metres(way.extra))}\n"
        }
        return text + "closed: [\(closures.map { "\"\(spelled($0))\"" }.joined(separator: ", "))]\n"
    }

    private func spelled(_ closure: Closure) -> String {
        switch closure {
        case .mouth(let aisle, let row): "\(aisles[aisle].id)/\(crossAisles[row].id)"
        case .pillar(let aisle, let y): "\(aisles[aisle].id)@\(metres(y))"
        case .gap(let row, let left): "\(crossAisles[row].id):\(aisles[left].id)/\(aisles[left + 1].id)"
        }
    }
}

/// Millimetres as the decimal metres of a file.
func metres(_ millimetres: Int) -> String {
    let digits = String(millimetres.magnitude % 1000)
    let fraction = String(repeating: "0", count: 3 - digits.count) + digits
    return "\(millimetres < 0 ? "-" : "")\(millimetres.magnitude / 1000).\(fraction)"
}
