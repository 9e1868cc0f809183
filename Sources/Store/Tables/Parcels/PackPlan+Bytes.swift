import Domain

/// The places of pieces as they are kept: six numbers of two bytes a piece, low byte first.
///
/// No side is longer than ``Limits/sideMMMax``, so two bytes hold every one, and a piece of a plan is read in a few
/// nanoseconds, which its JSON text would take a thousand of.
enum PlaceBytes {
    static let perPiece = 12

    static func encode(_ pieces: ArraySlice<PackPlan.Piece>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pieces.count * perPiece)
        for piece in pieces {
            for number in piece.at.coordinates + piece.size.sides {
                precondition((0...Int(UInt16.max)).contains(number), "\(number) mm in a plan")
                bytes.append(UInt8(truncatingIfNeeded: number))
                bytes.append(UInt8(truncatingIfNeeded: number >> 8))
            }
        }
        return bytes
    }

    /// The pieces at `range` among those whose places these are.
    static func decode(_ bytes: [UInt8], _ range: Range<Int>, of sku: SKUID) -> [PackPlan.Piece] {
        assert(range.lowerBound >= 0 && range.upperBound * perPiece <= bytes.count, "\(range) have no places")
        return range.map { index in
            func number(_ field: Int) -> Int {
                let offset = index * perPiece + field * 2
                return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
            }
            return PackPlan.Piece(
                sku: sku, at: PositionMM(across: number(0), deep: number(1), up: number(2)),
                size: SizeMM(length: number(3), width: number(4), height: number(5)))
        }
    }
}
