/// What parcels come to, whatever the profile.
public struct Totals: Hashable, Sendable {
    public internal(set) var unpackedPieces = 0
    public internal(set) var parcels = 0
    /// Boxes, freight and handling as far as they are known, in 1/10,000 of the money unit; nil where the
    /// boxes have no cost and there is no freight.
    public internal(set) var cost: Int?
    /// In 1/10,000 of the money unit; 0 where there is no freight table.
    public internal(set) var freight = 0
    /// The inner volume of the boxes.
    public internal(set) var volumeMM3 = 0
    /// What of it is empty: the inner volume less that of the pieces without padding, none below 0.
    public internal(set) var voidMM3 = 0

    func value(by profile: ObjectiveProfile) -> Value {
        let amounts = profile.criteria.map(amount)
        return Value(unpacked: unpackedPieces, first: amounts[0], second: amounts[1], third: amounts[2])
    }

    private func amount(_ criterion: ObjectiveProfile.Criterion) -> Int {
        switch criterion {
        case .parcels: parcels
        case .cost: cost ?? volumeMM3
        case .freight: freight
        case .volume: volumeMM3
        }
    }

    public static func += (left: inout Totals, right: Totals) {
        left.unpackedPieces += right.unpackedPieces
        left.parcels += right.parcels
        left.cost = left.cost.flatMap { cost in right.cost.map { cost + $0 } }
        left.freight += right.freight
        left.volumeMM3 += right.volumeMM3
        left.voidMM3 += right.voidMM3
    }
}

extension Cartonizer {
    /// What a packing by this cartonizer comes to.
    public func totals(of packing: Packing) -> Totals {
        var totals = Totals(cost: judge.comparesMoney ? 0 : nil)
        totals.unpackedPieces = packing.unpacked.reduce(0) { $0 + $1.quantity }
        totals.parcels = packing.parcels.count
        for parcel in packing.parcels {
            guard let box = indexOfBox[parcel.boxID] else { continue }
            let contentsG = parcel.weightG - boxes[box].tareG
            let volumeMM3 = boxes[box].inner.volumeMM3
            if let cost = totals.cost {
                totals.cost = cost + judge.amount(.cost, box: box, contentsG: contentsG)
            }
            totals.freight += judge.amount(.freight, box: box, contentsG: contentsG)
            totals.volumeMM3 += volumeMM3
            totals.voidMM3 += max(0, volumeMM3 - parcel.items.reduce(0) { $0 + $1.size.volumeMM3 })
        }
        return totals
    }
}
