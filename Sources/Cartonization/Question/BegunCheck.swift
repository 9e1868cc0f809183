/// Begun boxes as the caller describes them, made whole: the box is known, the pieces are the order's and stand where
/// pieces can stand, or they are refused by name.
struct BegunCheck {
    let items: [Item]
    let boxes: [BoxType]
    let question: Question
    /// For each item its kind.
    let kindOfItem: [Int]

    /// - Throws: ``PackingError/begun(box:problem:)``.
    func fill(_ begun: BegunParcel) throws(PackingError) -> BegunFill {
        guard let box = boxes.firstIndex(where: { $0.id == begun.boxID }) else {
            throw .begun(box: begun.boxID, problem: "is none of the box types")
        }
        var loose = [Int](repeating: 0, count: question.kinds.count)
        for part in begun.loose { loose[kindOfItem[part.itemIndex]] += part.quantity }
        var placed: [DraftPiece] = []
        for piece in begun.placed { placed.append(try draft(piece, in: boxes[box], above: placed)) }
        return BegunFill(box: box, placed: placed, loose: loose, isFull: begun.isFull)
    }

    /// What is left of each item beside what is in begun boxes.
    ///
    /// - Throws: ``PackingError/begun(box:problem:)`` where more is in them than the order has.
    static func quantitiesLeft(of items: [Item], _ begun: [BegunParcel]) throws(PackingError) -> [Int] {
        var left = items.map(\.quantity)
        for parcel in begun {
            let parts =
                parcel.placed.map { ($0.itemIndex, 1) } + parcel.loose.map { ($0.itemIndex, $0.quantity) }
            for (index, quantity) in parts {
                guard items.indices.contains(index), (1...PackingLimits.pieces).contains(quantity) else {
                    throw .begun(
                        box: parcel.boxID,
                        problem: "holds \(quantity) of item \(index + 1), which is not asked for")
                }
                left[index] -= quantity
                if left[index] < 0 {
                    throw .begun(
                        box: parcel.boxID,
                        problem:
                            "holds more of \"\(items[index].sku)\" than the \(items[index].quantity) asked for"
                    )
                }
            }
        }
        return left
    }

    private func draft(_ piece: PlacedItem, in box: BoxType, above placed: [DraftPiece]) throws(PackingError)
        -> DraftPiece
    {
        let kind = kindOfItem[piece.itemIndex]
        let padding = question.kinds[kind].paddingMM
        let at = [piece.at.xMM, piece.at.yMM, piece.at.zMM]
        let edges = piece.size.edgesMM
        func refuse(_ problem: String) -> PackingError {
            .begun(box: box.id, problem: "holds \"\(piece.sku)\" at \(at), \(problem)")
        }
        let turned = items[piece.itemIndex].rotation.placedSizes(of: items[piece.itemIndex].size)
        guard turned.contains(piece.size) else { throw refuse("turned as it must not be") }
        let low = zip(at, [padding + box.clearanceMM, padding + box.clearanceMM, padding]).map(-)
        let usable = box.usable.edgesMM
        // Lengths within the box first, so that no sum can overflow.
        guard
            (0..<3).allSatisfy({
                low[$0] >= 0 && low[$0] <= usable[$0] && low[$0] + edges[$0] + 2 * padding <= usable[$0]
            })
        else { throw refuse("which is not inside") }
        let high = (0..<3).map { Int32(low[$0] + edges[$0] + 2 * padding) }
        var place = Cuboid(
            x0: Int32(low[0]), y0: Int32(low[1]), z0: Int32(low[2]), x1: high[0], y1: high[1], z1: high[2])
        let nestMM = Int32(question.kinds[kind].nestMM)
        let isNested =
            nestMM > 0
            && placed.contains {
                $0.kind == kind && $0.place.x0 == place.x0 && $0.place.x1 == place.x1
                    && $0.place.y0 == place.y0
                    && $0.place.y1 == place.y1 && $0.place.z1 + nestMM == place.z1
            }
        if isNested { place = place.between(place.z1 - nestMM, and: place.z1) }
        if placed.contains(where: { $0.place.intersects(place) }) { throw refuse("where another piece is") }
        return DraftPiece(kind: kind, place: place, isNested: isNested)
    }
}
