import Domain

@testable import Fulfillment

/// The floor of the counting machine's tests: one tour, the count of a bin, and what the books have in it.
enum CountingWorld {
    static let tour = TourRow(7)
    static let taskRow = TaskRow(5)
    static let bin: BinCode = "A-1-01"

    static let walk = Domain.Tour(
        row: tour, warehouse: "WH", kind: .count, state: .started, session: SessionRow(3), start: "START",
        finish: "PACK-1", priority: 50, lengths: TourLengths(plannedMM: 61_250), done: 2, total: 6,
        plannedAt: moment)

    /// Goods without lot and day.
    static let pen = sku("PEN")
    /// Goods that the books have not in this bin.
    static let brick = sku("BRICK")
    static let serum = sku("SERUM", track: [.lot, .expiry])

    /// Of lot L2 there are two days of expiry.
    static let books = [
        GoodsCount(goods("PEN"), 10), GoodsCount(goods("SERUM", "L1", may31), 6),
        GoodsCount(goods("SERUM", "L2", january31), 2), GoodsCount(goods("SERUM", "L2", february28), 1),
    ]

    static let january31 = Day(year: 2027, month: 1, day: 31)
    static let february28 = Day(year: 2027, month: 2, day: 28)
    static let march31 = Day(year: 2027, month: 3, day: 31)
    static let may31 = Day(year: 2027, month: 5, day: 31)

    static func goods(_ sku: SKUID, _ lot: String = "", _ expiry: Day? = nil) -> BinGoods {
        BinGoods(client: "", sku: sku, lot: lot, expiry: expiry)
    }

    static func difference(_ goods: BinGoods, _ expected: Int, _ counted: Int) -> CountDifference {
        CountDifference(goods: goods, expected: expected, counted: counted)
    }

    /// The count of a bin as it is claimed, of all that lies there or of one SKU.
    static func task(_ progress: CountProgress, of sku: SKUID? = nil) -> WorkTask {
        WorkTask(
            row: taskRow, state: .claimed,
            work: NewTask(
                kind: .count, warehouse: "WH", sku: sku, sourceBin: bin, facts: WorkFacts(count: progress),
                reason: "audit"),
            tour: tour, position: 3, session: SessionRow(3), openedAt: moment)
    }

    static let progress = CountProgress(books: books)

    static func facts(
        _ known: CountProgress = CountingWorld.progress, of sku: SKUID? = nil
    ) -> CountingFacts {
        var facts = CountingFacts(tour: walk, limits: CountingSettings())
        (facts.task, facts.progress) = (task(known, of: sku), known)
        return facts
    }

    /// The books have a thousand PEN.
    static let manyPens = [GoodsCount(goods("PEN"), 1_000)] + books.dropFirst()

    /// So many PEN were counted of the thousand, and all else as the books have it.
    static func counted(pens: Int) -> CountingState {
        counted([GoodsCount(goods("PEN"), pens)] + books.dropFirst())
    }

    /// So many of the thousand PEN were found.
    static func found(pens: Int) -> CountDifference { difference(goods("PEN"), 1_000, pens) }

    /// What is known in a second count, after the first one found so many of the thousand PEN.
    static func secondCount(afterFinding pens: Int) -> CountingFacts {
        facts(CountProgress(isBlind: true, books: manyPens, first: [found(pens: pens)], isCovered: true))
    }

    static let onTheWay = CountingState(tour: tour)
    static let begun = onTheWay.begun(taskRow)

    /// At the bin, after these were counted.
    static func counted(_ counts: [GoodsCount]) -> CountingState {
        counts.reduce(begun) { $0.counting($1) }
    }

    private static let moment = Instant(millisecondsSince1970: 0)

    private static func sku(_ id: SKUID, track: Set<Tracking> = []) -> SKU {
        SKU(
            client: "", id: id, name: "\(id), blue", size: SizeMM(length: 150, width: 20, height: 20),
            weightG: 40, track: track,
            units: [
                StockUnit(name: .case, quantity: 12, size: nil, weightG: nil, barcodes: ["CASE"])
            ])
    }
}

/// Where the dialogue stands in the table.
enum CountingPlace: String, CaseIterable, Sendable {
    case bin, item
    /// At the item, after all was counted as the books have it.
    case itemAfterAll
    /// At the item, after the first count has found a large difference.
    case itemAfterDifference
    /// The same after the second count, which has found the same difference as the first one.
    case itemAfterSame
    /// The same where the difference is so large that a lead has to confirm it.
    case itemAfterLargeSame
    case lot, expiry, quantity, nothingElse
    /// Somebody else has counted what was left.
    case over

    var state: CountingState {
        let world = CountingWorld.self
        return switch self {
        case .bin: world.onTheWay
        case .item, .over: world.begun
        case .itemAfterAll: world.counted(world.books)
        case .itemAfterDifference, .itemAfterSame: world.counted(pens: 600)
        case .itemAfterLargeSame: world.counted(pens: 300)
        case .lot: world.begun.holding(GoodsCount(world.goods("SERUM"), 1), at: .lot)
        case .expiry: world.begun.holding(GoodsCount(world.goods("SERUM", "L2"), 1), at: .expiry)
        case .quantity: world.begun.holding(GoodsCount(world.goods("PEN"), 2), at: .quantity)
        case .nothingElse: world.counted([GoodsCount(world.goods("PEN"), 9)]).moved(to: .nothingElse)
        }
    }

    var facts: CountingFacts {
        var facts = CountingWorld.facts()
        switch self {
        case .bin, .item, .itemAfterAll, .nothingElse: break
        case .itemAfterDifference: facts = CountingWorld.facts(CountProgress(books: CountingWorld.manyPens))
        case .itemAfterSame: facts = CountingWorld.secondCount(afterFinding: 600)
        case .itemAfterLargeSame: facts = CountingWorld.secondCount(afterFinding: 300)
        case .lot, .expiry: facts.sku = CountingWorld.serum
        case .quantity: facts.sku = CountingWorld.pen
        case .over: (facts.task, facts.progress) = (nil, CountProgress())
        }
        return facts
    }
}

/// What is scanned or keyed.
enum CountingAnswer: String, CaseIterable, Sendable {
    case thisBin = "a-01-01"
    case otherBin = "C-5-04"
    case pen = "4006381333931"
    case caseOfPens = "CASE"
    case brick = "BRICK"
    case serum = "SERUM"
    case serumOfL1 = "]C1010400638133393110L1"
    case serumOfL9 = "]C1010400638133393110L9"
    case serumOfL2AndJanuary = "]C101040063813339311727010010L2"
    case lot1 = "L1"
    case lot2 = "L2"
    case lot9 = "L9"
    case january = "2027-01-31"
    case march = "2027-03-31"
    case zero = "0"
    case seven = "7"
    case longNumber = "0000007"
    case done = " Done "
    case yes, no
    case without = "none"
    case unknown = "???"
    case skip = "*SKIP"
    case short = "*short"
    case full = "*FULL"
    case undo = "*UNDO"
    case why = "*WHY"
    case pause = "*PAUSE"
}

extension CountingAnswer {
    private var goods: SKU? {
        switch self {
        case .pen, .caseOfPens: CountingWorld.pen
        case .brick: CountingWorld.brick
        case .serum, .serumOfL1, .serumOfL9, .serumOfL2AndJanuary: CountingWorld.serum
        default: nil
        }
    }

    /// What the floor knows of the code, with goods in hand or none.
    func scanned(inHand sku: SKU?) -> CountingFacts.Scanned {
        var scanned = CountingFacts.Scanned()
        let unit = self == .caseOfPens ? goods?.units.first : nil
        scanned.bin = self == .thisBin ? "A-1-01" : self == .otherBin ? "C-5-04" : nil
        scanned.items = goods.map { [ScannedItem(ItemMeaning(sku: $0, unit: unit))] } ?? []
        if let sku, sku.id == goods?.id { scanned.pieces = unit?.quantity ?? 1 }
        scanned.isKnown = scanned.bin != nil || goods != nil
        return scanned
    }
}

/// What an answer does, in the words of the table.
enum CountingOutcome: Equatable, Sendable {
    case stays([CountingEffect])
    case goes(CountingState, [CountingEffect] = [])
    case refused(Kind)

    enum Kind: Equatable, Sendable {
        case wrongBin, wrongItem, wrongLot, tooMany, ambiguousCode, badParams, wrongState, another
    }
}

extension CountingPlace {
    func step(on given: CountingAnswer) throws(Refusal) -> CountingMachine.Step {
        var facts = facts
        facts.scanned = given.scanned(inHand: facts.sku)
        return try CountingMachine.step(from: state, on: Answer(given.rawValue), knowing: facts)
    }

    func outcome(of given: CountingAnswer) -> CountingOutcome {
        do throws(Refusal) {
            let step = try self.step(on: given)
            return step.next == state ? .stays(step.effects) : .goes(step.next, step.effects)
        } catch { return .refused(CountingOutcome.Kind(error)) }
    }
}

extension CountingOutcome.Kind {
    init(_ refusal: Refusal) {
        self =
            switch refusal {
            case .wrongBin: .wrongBin
            case .wrongItem: .wrongItem
            case .wrongLot: .wrongLot
            case .tooMany: .tooMany
            case .ambiguousCode: .ambiguousCode
            case .badParams: .badParams
            case .wrongState, .notHere: .wrongState
            default: .another
            }
    }
}
