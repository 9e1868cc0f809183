import Domain

/// What picking has to know of the floor: read anew for each step, and of that only what the place asks for.
struct PickingFacts: TourFacts {
    var tour: Tour
    /// The next order that needs a tote; read while totes are bound.
    var orderToBind: OrderRow?
    /// The pick that the picker is led to; nil after the last one.
    var pick: Pick?
    /// The tote that the pick goes into; read where its pieces are put down.
    var tote: Tote?
    /// What `*UNDO` puts back.
    var lastPicked: Pick?
    /// What `*UNDO` frees before the picker has stood at a bin; read where nothing is picked.
    var lastBound: Tote?
    var scanned = Scanned()

    // What only the prompt shows.
    /// Whose pick, or whose tote, it is.
    var order: Order?
    var sku: SKU?
    var barcode: String?
    /// What the line was ordered in; nil where that is single pieces.
    var unit: UnitName?
    /// What stands on the bin, where that is not its address.
    var printedName: String?
    /// From where the picker stands to the bin.
    var walkMM: Int?
    /// All that stand on the cart; read where they are set down.
    var totes: [ToteID] = []
    /// Why this way and this bin, where that was asked for.
    var why: [PickingReason]?

    init(tour: Tour) { self.tour = tour }
}

extension PickingFacts {
    /// What an answer names, as far as it is asked for where the dialogue stands.
    struct Scanned {
        var bin: BinCode?
        /// Pieces of the pick's SKU.
        var pieces: Int?
        var tote: Tote?
        /// Whether a code that names no tote names something else; read where a free tote is wanted.
        var isKnown = false
        /// One at which totes may be set down.
        var station: StationCode?
    }
}
