import Cartonization
import Domain
import Operations

extension PackPlan {
    /// What the packing engine has found for one box.
    init(_ parcel: PackedParcel) {
        self.init(
            parcel.items.map { item in
                Piece(sku: SKUID(item.sku), at: PositionMM(item.at), size: SizeMM(item.size))
            })
    }
}

extension PackPlan.Piece {
    /// As the packing engine sees it.
    func placed(itemIndex: Int) -> PlacedItem {
        PlacedItem(
            sku: sku.text, itemIndex: itemIndex,
            at: BoxPosition(xMM: at.across, yMM: at.deep, zMM: at.up), size: Size(size))
    }
}

extension PackedParcel {
    /// Pieces in a box as they are described in words: an item for each SKU, and no weight.
    init(_ pieces: [PackPlan.Piece], in box: BoxID) {
        var indexes: [SKUID: Int] = [:]
        let items = pieces.map { piece in
            let index = indexes[piece.sku] ?? indexes.count
            indexes[piece.sku] = index
            return piece.placed(itemIndex: index)
        }
        self.init(boxID: box.text, items: items, weightG: 0)
    }
}

extension PositionMM {
    init(_ position: BoxPosition) {
        self.init(across: position.xMM, deep: position.yMM, up: position.zMM)
    }
}

extension PlannedPiece {
    init(_ piece: PackPlan.Piece) { self.init(sku: piece.sku, at: piece.at, size: piece.size) }
}
