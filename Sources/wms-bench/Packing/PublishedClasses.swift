import Cartonization

/// The instance classes 1 to 8 of Martello, Pisinger and Vigo, "The three-dimensional bin packing problem",
/// Operations Research 48(2), 2000: 50 to 200 pieces, ten replicates each, fixed orientation.
struct PublishedClasses {
    struct Instance {
        let number: Int
        let box: BoxType
        let items: [Item]
    }

    /// All 320 instances.
    static var all: [Instance] {
        (1...8).flatMap { number in
            [50, 100, 150, 200].flatMap { count in
                (1...10).map { instance(number, count: count, replicate: $0) }
            }
        }
    }

    private static func instance(_ number: Int, count: Int, replicate: Int) -> Instance {
        let edge = number == 6 ? 10 : number == 7 ? 40 : 100
        var random = ThirtyTwoBitRandom(seed: UInt32(replicate + count))
        let items = (0..<count).map { index in
            Item(
                sku: "\(index)", quantity: 1, size: size(number, edge: edge, &random), weightG: 0,
                rotation: .none)
        }
        let box = BoxType(id: "B", inner: Size(lengthMM: edge, widthMM: edge, heightMM: edge))
        return Instance(number: number, box: box, items: items)
    }

    private static func size(_ number: Int, edge: Int, _ random: inout ThirtyTwoBitRandom) -> Size {
        var type = number
        if number <= 5 {
            let drawn = random.between(1, 10)
            if drawn <= 5 { type = drawn }
        }
        let (small, large) = ((1, edge / 2), (2 * edge / 3, edge))
        let ranges: [(Int, Int)] =
            switch type {
            case 1: [small, large, large]
            case 2: [large, small, large]
            case 3: [large, large, small]
            case 4: [(edge / 2, edge), (edge / 2, edge), (edge / 2, edge)]
            case 5: [small, small, small]
            case 6: [(1, 10), (1, 10), (1, 10)]
            case 7: [(1, 35), (1, 35), (1, 35)]
            default: [(1, 100), (1, 100), (1, 100)]
            }
        let edges = ranges.map { random.between($0.0, $0.1) }
        return Size(lengthMM: edges[0], widthMM: edges[1], heightMM: edges[2])
    }
}

/// The 48-bit congruential generator on 32-bit words: on wider words it draws other instances.
struct ThirtyTwoBitRandom {
    private var high: UInt32
    private var low: UInt32 = 0x330E

    init(seed: UInt32) { high = seed }

    mutating func between(_ least: Int, _ most: Int) -> Int {
        high = high &* 0xDEEC_E66D &+ low &* 0x5DEEC
        low = low &* 0xE66D &+ 0xB
        high = high &+ (low >> 16)
        low &= 0xFFFF
        return Int(high >> 1) % (most - least + 1) + least
    }
}
