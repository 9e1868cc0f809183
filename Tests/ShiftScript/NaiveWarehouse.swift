import JSON

/// A second, naive model of the house: plain sums of what lies on shelves, in totes and in boxes, and what was asked for.
///
/// It learns only from what requests say and what they, and prompts, are answered with; it shares no code with the
/// rules that it is compared with, and knows no tables, no plans and no reservations.
final class NaiveWarehouse {
    /// Goods that are alike.
    struct Kind: Hashable, Comparable, CustomStringConvertible {
        var sku: String
        var lot = ""
        var expiry = ""

        static func < (left: Kind, right: Kind) -> Bool {
            (left.sku, left.lot, left.expiry) < (right.sku, right.lot, right.expiry)
        }

        var description: String { lot.isEmpty ? sku : "\(sku) \(lot) \(expiry)" }
    }

    /// Pieces by bin.
    var shelves: [String: [Kind: Int]] = [:]
    /// Pieces by bin that somebody missed, until the bin is counted.
    var missed: [String: [Kind: Int]] = [:]
    var orders: [String: NaiveOrder] = [:]
    /// What was picked on each tour that is not over, the last at the end.
    var picked: [Int: [Picked]] = [:]
    /// The count that is under way on each tour.
    var counting: [Int: NaiveCount] = [:]
    /// Bins of which a count has doubts.
    var doubts: [String: NaiveDoubt] = [:]
    /// Orders that went into the archive.
    var archived = 0
    /// What cannot be.
    private(set) var faults: [String] = []

    struct Picked {
        let order: String
        let kind: Kind
        let quantity: Int
        let bin: String
    }

    func fault(_ sentence: String) { faults.append(sentence) }

    // MARK: Shelves

    func put(_ quantity: Int, _ kind: Kind, in bin: String) {
        let now = (shelves[bin]?[kind] ?? 0) + quantity
        if now < 0 { fault("\(now) of \(kind) in \(bin)") }
        shelves[bin, default: [:]][kind] = now == 0 ? nil : now
    }

    /// Pieces in all bins that may be picked.
    func onHand(_ sku: String) -> Int { sum(of: sku, in: shelves) }

    /// Pieces that somebody missed.
    func missedPieces(_ sku: String) -> Int { sum(of: sku, in: missed) }

    private func sum(of sku: String, in bins: [String: [Kind: Int]]) -> Int {
        bins.values.reduce(0) { sum, bin in
            bin.reduce(sum) { $0 + ($1.key.sku == sku ? $1.value : 0) }
        }
    }

    /// Somebody missed pieces that the books have in a bin: it is counted, also where that has begun.
    func miss(_ quantity: Int, _ kind: Kind, in bin: String) {
        if quantity == 0 { return }
        missed[bin, default: [:]][kind, default: 0] += quantity
        doubts[bin]?.isCovered = false
        for tour in counting.keys.sorted() where counting[tour]?.bin == bin {
            counting[tour]?.frozen[kind, default: 0] += quantity
        }
    }

    /// Changes an order, which has to be known.
    func change(_ id: String, _ edit: (inout NaiveOrder) -> Void) {
        guard var order = orders[id] else { return fault("order \(id) is not known") }
        edit(&order)
        if order.leastPieces < 0 { fault("order \(id) has \(order.leastPieces) pieces somewhere") }
        orders[id] = order
    }
}

/// An order as somebody would keep it on a sheet of paper.
struct NaiveOrder {
    /// Pieces by SKU.
    var wanted: [String: Int]
    var shipsShort: Bool
    var isHeld = false
    var isReleased = false
    /// All that wait were to be released, and nobody has said which were.
    var mayBeReleased = false
    var isCancelRequested = false
    var isCancelled = false
    /// Its boxes have been chosen.
    var isOnBench = false

    /// Pieces by SKU in the totes of each cart that is on its way.
    var onCarts: [Int: [String: Int]] = [:]
    /// Pieces by SKU in totes that stand at a station, or ride home.
    var inTotes: [String: Int] = [:]
    /// By the parcel's number.
    var boxes: [Int: NaiveBox] = [:]
    /// All of these by kind, until a driver has some.
    var outside: [NaiveWarehouse.Kind: Int] = [:]

    /// Nobody is to do anything for it any more.
    var isOver: Bool { isCancelled || isGone }
    var isGone: Bool { isOnBench && piecesInTotes == 0 && filled.allSatisfy { $0.state == "handed_over" } }
    var isPacked: Bool {
        isOnBench && piecesInTotes == 0
            && filled.allSatisfy { $0.state == "labelled" || $0.state == "handed_over" }
    }

    var filled: [NaiveBox] { boxes.values.filter { $0.pieces > 0 } }
    var piecesInTotes: Int { inTotes.values.reduce(0, +) }
    var piecesOnCarts: Int { onCarts.values.reduce(0) { $0 + $1.values.reduce(0, +) } }
    /// Pieces that have left their bins and not the house.
    var pieces: Int {
        piecesInTotes + piecesOnCarts + filled.reduce(0) { $0 + ($1.state == "handed_over" ? 0 : $1.pieces) }
    }
    /// A driver has some of it.
    var isPartlyGone: Bool { filled.contains { $0.state == "handed_over" } }

    func pieces(of sku: String) -> Int {
        (inTotes[sku] ?? 0) + onCarts.values.reduce(0) { $0 + ($1[sku] ?? 0) }
            + filled.reduce(0) { $0 + ($1.contents[sku] ?? 0) }
    }

    fileprivate var leastPieces: Int {
        let carts = onCarts.values.flatMap(\.values)
        let inBoxes = boxes.values.flatMap(\.contents.values)
        return (Array(inTotes.values) + carts + inBoxes + Array(outside.values)).min() ?? 0
    }
}

struct NaiveBox {
    var state = "open"
    var sscc: String?
    /// Pieces by SKU.
    var contents: [String: Int] = [:]

    var pieces: Int { contents.values.reduce(0, +) }
}

/// A bin that somebody is counting.
struct NaiveCount {
    let bin: String
    /// What lay there when the bin was scanned.
    var frozen: [NaiveWarehouse.Kind: Int]
    var counted: [(kind: NaiveWarehouse.Kind, quantity: Int)] = []

    func quantity(of kind: NaiveWarehouse.Kind) -> Int {
        counted.reduce(0) { $0 + ($1.kind == kind ? $1.quantity : 0) }
    }

    func names(_ kind: NaiveWarehouse.Kind) -> Bool { counted.contains { $0.kind == kind } }
}

/// What a count found that was too much to be believed at once.
struct NaiveDoubt {
    /// Pieces more or, below zero, fewer.
    var changes: [NaiveWarehouse.Kind: Int] = [:]
    /// All else in the bin has been counted.
    var isCovered = false
}
