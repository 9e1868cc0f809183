import Domain

/// What the dialogue at the bench has to know of the floor: read anew for each step, and of that only what the place
/// asks for.
struct PackingFacts {
    let order: Order
    /// The one on the bench; after a label the order's next one, if there is one.
    var parcel: Parcel
    /// How far the scale may be off.
    var toleranceG: Int
    /// The pieces that are next to go in; read where pieces are asked for, nil where all are in.
    var run: PackRun?
    /// Their goods.
    var sku: SKU?
    var code = Code()

    // What only the prompt shows.
    /// How many parcels the order has.
    var parcels = 1
    var notes = PackingNotes()
    /// Where the order's pieces lie; read where the box is asked for.
    var totes: [ToteID] = []
    /// A code on one of the goods at hand.
    var barcode: String?
    /// The first pieces of the plan where the box is asked for, else the first of the run at hand.
    var places: [PackPlan.Piece] = []
    /// Where those at hand go, in words.
    var words: [String] = []

    init(order: Order, parcel: Parcel, toleranceG: Int) {
        (self.order, self.parcel, self.toleranceG) = (order, parcel, toleranceG)
    }
}

extension PackingFacts {
    /// What a code names, as far as it is asked for where the dialogue stands.
    struct Code {
        var box: BoxID?
        /// Whether a code that names no box names something else.
        var isKnown = false
        /// So many pieces of the SKU at hand.
        var pieces: Int?
        /// Pieces of another SKU that is still to go into a parcel of the order.
        var other: OtherPieces?
    }

    /// What the packer has in hand instead of what was proposed.
    struct OtherPieces {
        let sku: SKUID
        let pieces: Int
        /// The parcels with these as the next to go in.
        let replan: Replan
    }
}
