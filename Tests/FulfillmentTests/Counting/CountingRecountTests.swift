import Domain
import Testing

@testable import Fulfillment

/// How a bin is counted a second time, and what else the machine's table does not show.
@Suite struct CountingRecountTests {
    private let world = CountingWorld.self
    private let pen = CountingWorld.goods("PEN")
    private let serum = CountingWorld.goods("SERUM", "L1", CountingWorld.may31)

    /// The bin holds a hundred PEN and six SERUM by the books.
    private func facts(first: [CountDifference] = [], of sku: SKUID? = nil) -> CountingFacts {
        var progress = CountProgress(books: [GoodsCount(pen, 100), GoodsCount(serum, 6)])
        (progress.first, progress.isCovered) = (first, !first.isEmpty)
        return world.facts(progress, of: sku)
    }

    private func done(_ counts: [GoodsCount], _ facts: CountingFacts) throws -> CountingMachine.Step {
        try CountingMachine.step(from: world.counted(counts), on: Answer("done"), knowing: facts)
    }

    @Test("Of a first count the small differences are booked and the large ones kept; the bin is counted again")
    func firstCount() throws {
        let step = try done([GoodsCount(pen, 60), GoodsCount(serum, 5)], facts())
        #expect(step.next == world.onTheWay)
        #expect(
            step.effects == [
                .book([world.difference(serum, 6, 5)]), .countAgain([world.difference(pen, 100, 60)]),
            ])
    }

    @Test("A second count that says the same is booked; one that differs is the new first")
    func secondCount() throws {
        let doubted = [world.difference(pen, 100, 60)]
        let same = try done([GoodsCount(pen, 60)], facts(first: doubted))
        #expect(same.effects == [.book(doubted), .complete(doubted)])
        let other = try done([GoodsCount(pen, 70)], facts(first: doubted))
        #expect(other.effects == [.countAgain([world.difference(pen, 100, 70)])])
        let right = try done([GoodsCount(pen, 100)], facts(first: doubted))
        #expect(right.effects == [.complete([])])
    }

    @Test("Only what is in doubt has to be named in the second count")
    func onlyWhatIsInDoubt() throws {
        let facts = facts(first: [world.difference(pen, 100, 60)])
        let step = try done([], facts)
        #expect(step.next.at == .nothingElse)
        let gone = try CountingMachine.step(from: step.next, on: Answer("yes"), knowing: facts)
        #expect(gone.effects == [.countAgain([world.difference(pen, 100, 0)])])
    }

    @Test("What was on hold for the count and is there may be picked, unless doubts are left")
    func heldPieces() throws {
        var facts = facts()
        facts.progress.held = [GoodsCount(pen, 5)]
        func effects(pens: Int) throws -> [CountingEffect] {
            try done([GoodsCount(pen, pens), GoodsCount(serum, 6)], facts).effects
        }
        let (three, five) = ([world.difference(pen, 100, 97)], [world.difference(pen, 100, 95)])
        #expect(try effects(pens: 100) == [.free([GoodsCount(pen, 5)]), .complete([])])
        #expect(try effects(pens: 97) == [.book(three), .free([GoodsCount(pen, 2)]), .complete(three)])
        #expect(try effects(pens: 95) == [.book(five), .complete(five)])
        #expect(try effects(pens: 60) == [.countAgain([world.difference(pen, 100, 60)])])
    }

    @Test("Portions of the same goods are added up")
    func portions() throws {
        let step = try done([GoodsCount(pen, 60), GoodsCount(serum, 6), GoodsCount(pen, 40)], facts())
        #expect(step.effects == [.complete([])])
    }

    @Test("More than the books can hold is refused")
    func tooMany() {
        var facts = facts()
        facts.sku = CountingWorld.pen
        let state = world.counted([GoodsCount(pen, Limits.quantityMax)]).holding(GoodsCount(pen, 1), at: .quantity)
        #expect(throws: Refusal.tooMany(expected: Limits.quantityMax, given: Limits.quantityMax + 1, of: "PEN")) {
            try CountingMachine.step(from: state, on: Answer("1"), knowing: facts)
        }
    }

    @Test("The count of one SKU takes no other, and asks for nothing else")
    func ofOneSKU() throws {
        var facts = facts(of: "PEN")
        facts.scanned.items = [ScannedItem(ItemMeaning(sku: CountingWorld.brick, unit: nil))]
        #expect(throws: Refusal.wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "")) {
            try CountingMachine.step(from: world.begun, on: Answer("BRICK"), knowing: facts)
        }
        #expect(try done([GoodsCount(pen, 100)], facts).effects == [.complete([])])
    }

    @Test("Of goods with one barcode those count that lie in the bin; where several do, a finer code is asked for")
    func oneBarcodeOnTwoGoods() throws {
        var facts = facts()
        let (here, elsewhere) = (CountingWorld.pen, CountingWorld.brick)
        facts.scanned.items = [here, elsewhere].map { ScannedItem(ItemMeaning(sku: $0, unit: nil)) }
        let step = try CountingMachine.step(from: world.begun, on: Answer("123"), knowing: facts)
        #expect(step.next.hand == GoodsCount(pen, 1))
        facts.progress.books?.append(GoodsCount(world.goods("BRICK"), 1))
        #expect(throws: Refusal.ambiguousCode("123", meanings: ["item PEN", "item BRICK"])) {
            try CountingMachine.step(from: world.begun, on: Answer("123"), knowing: facts)
        }
    }

    @Test("Goods that need no lot are asked for it where the books have several; none is one of them")
    func lotsOfUntrackedGoods() throws {
        var facts = facts()
        facts.progress.books?.append(GoodsCount(world.goods("PEN", "L7"), 3))
        facts.sku = CountingWorld.pen
        facts.scanned.items = [ScannedItem(ItemMeaning(sku: CountingWorld.pen, unit: nil))]
        let asked = try CountingMachine.step(from: world.begun, on: Answer("PEN"), knowing: facts).next
        #expect(asked.at == .lot)
        #expect(CountingMachine.prompt(at: asked, knowing: facts).choices == ["none", "L7"])
        let without = try CountingMachine.step(from: asked, on: Answer("none"), knowing: facts).next
        #expect(without == world.begun.holding(GoodsCount(pen, 1), at: .quantity))
        let with = try CountingMachine.step(from: asked, on: Answer("L7"), knowing: facts).next
        #expect(with.hand?.goods.lot == "L7")
    }

    @Test("Where another count comes first, or none is left, what was begun in the bin is over")
    func workGone() {
        var facts = world.facts()
        let state = world.counted([GoodsCount(pen, 3)])
        #expect(CountingMachine.resume(state, knowing: facts) == state)
        facts.task = WorkTask(
            row: TaskRow(9), state: .claimed, work: NewTask(kind: .count, warehouse: "WH", sourceBin: "B-2-02"),
            openedAt: Instant(millisecondsSince1970: 0))
        #expect(CountingMachine.resume(state, knowing: facts) == world.onTheWay)
        facts.task = nil
        #expect(CountingMachine.asked(at: state, knowing: facts) == .over)
        #expect(CountingMachine.resume(state, knowing: facts) == state)
        for tour in [TourState.paused, .finished] {
            facts.tour.state = tour
            #expect(CountingMachine.resume(state, knowing: facts) == nil)
        }
    }
}
