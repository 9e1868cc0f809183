import Domain
import Cartonization
import JSON
import Operations

/// Where each piece of a parcel goes, in the order in which they are put in.
struct PackPlan: Equatable {
    struct Piece: Equatable {
        let sku: SKUID
        let atMM: [Int]
        let sizeMM: [Int]
    }

    /// Pieces of one SKU that follow one another: one item scan and a count.
    struct Run: Equatable {
        let sku: SKUID
        let first: Int
        let count: Int
    }

    let pieces: [Piece]

    init(_ parcel: PackedParcel) {
        pieces = parcel.items.map { item in
            Piece(
                sku: SKUID(item.sku), atMM: [item.at.xMM, item.at.yMM, item.at.zMM],
                sizeMM: [item.size.lengthMM, item.size.widthMM, item.size.heightMM])
        }
    }

    /// The run that begins after `done` pieces, or nil when all are in.
    func run(after done: Int) -> Run? {
        guard pieces.indices.contains(done) else { return nil }
        let sku = pieces[done].sku
        let count = pieces[done...].prefix { $0.sku == sku }.count
        return Run(sku: sku, first: done, count: count)
    }

    /// Reads what ``text`` wrote.
    init(_ list: [JSONValue], of parcel: ParcelRow) throws(Refusal) {
        var pieces: [Piece] = []
        for value in list {
            let at = value["at_mm"]?.array?.compactMap(\.int) ?? []
            let size = value["size_mm"]?.array?.compactMap(\.int) ?? []
            guard let sku = value["sku"]?.string, at.count == 3, size.count == 3 else {
                throw .unreadable("parcel \(parcel): its plan holds \(value)")
            }
            pieces.append(Piece(sku: SKUID(sku), atMM: at, sizeMM: size))
        }
        self.pieces = pieces
    }

    /// The parcel as the packing engine sees it: an item for each SKU.
    func parcel(in box: BoxID) -> PackedParcel {
        var indexes: [SKUID: Int] = [:]
        let items = pieces.map { piece in
            let index = indexes[piece.sku] ?? indexes.count
            indexes[piece.sku] = index
            return piece.placed(itemIndex: index)
        }
        return PackedParcel(boxID: box.text, items: items, weightG: 0)
    }

    var text: String { JSONValue.array(pieces.map(\.json)).description }
}

extension PackPlan.Piece {
    var json: JSONValue {
        [
            "sku": .string(sku.text), "at_mm": .array(atMM.map { .int($0) }),
            "size_mm": .array(sizeMM.map { .int($0) }),
        ]
    }
}

extension PlannedPiece {
    init(_ piece: PackPlan.Piece) {
        self.init(
            sku: piece.sku, at: PositionMM(across: piece.atMM[0], deep: piece.atMM[1], up: piece.atMM[2]),
            size: SizeMM(length: piece.sizeMM[0], width: piece.sizeMM[1], height: piece.sizeMM[2]))
    }
}
