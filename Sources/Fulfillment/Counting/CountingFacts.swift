import Domain

/// What a walk from count to count has to know of the floor.
struct CountingFacts: TourFacts {
    var tour: Tour
    let limits: CountingSettings
    /// The count that the person is led to; nil after the last one.
    var task: WorkTask?
    /// What that count remembers.
    var progress = CountProgress()
    var scanned = Scanned()
    /// The goods in hand.
    var sku: SKU?

    // What only the prompt shows.
    var barcode: String?
    /// What stands on the bin, where that is not its address.
    var printedName: String?
    /// From where the person stands to the bin.
    var walkMM: Int?
    var why: [CountingReason]?

    init(tour: Tour, limits: CountingSettings) {
        self.tour = tour
        self.limits = limits
    }

    /// What an answer names, as far as it is asked for where the dialogue stands.
    struct Scanned {
        var bin: BinCode?
        /// Goods of whichever client; read where any may be scanned.
        var items: [ScannedItem] = []
        /// Pieces of the goods in hand.
        var pieces: Int?
        /// Whether it names anything here; read where any text may name a lot.
        var isKnown = false
    }
}

extension CountingFacts {
    /// What the books had in the bin at the first scan.
    var books: [GoodsCount] { progress.books ?? [] }

    /// The goods of a SKU that the books had there.
    func bookedGoods(_ client: ClientID, _ sku: SKUID) -> [BinGoods] {
        books.map(\.goods).filter { $0.client == client && $0.sku == sku }
    }

    /// What has to be counted in the bin and was not.
    func unnamed(of task: WorkTask, by state: CountingState) -> [BinGoods] {
        progress.wanted(of: task.countScope).filter { !state.counted.names($0) }
    }
}
