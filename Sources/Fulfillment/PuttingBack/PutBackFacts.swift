import Domain

/// What a walk that brings pieces back has to know of the floor.
struct PutBackFacts: TourFacts {
    var tour: Tour
    /// The first task whose tote is not on the cart yet.
    var toFetch: WorkTask?
    /// The task that the person is led to; nil after the last one.
    var task: WorkTask?
    var scanned = Scanned()

    // What only the prompt shows.
    var order: Order?
    var sku: SKU?
    var barcode: String?
    /// What stands on the bin, where that is not its address.
    var printedName: String?
    var why: [PutBackReason]?

    init(tour: Tour) { self.tour = tour }

    /// What an answer names, as far as it is asked for where the dialogue stands.
    struct Scanned {
        var tote: ToteID?
        var bin: BinCode?
        /// Pieces of the task's SKU.
        var pieces: Int?
    }
}
