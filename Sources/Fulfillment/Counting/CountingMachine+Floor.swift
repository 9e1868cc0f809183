import Domain
import WarehouseLayout

extension CountingMachine: FloorDialogue {
    static func facts(
        at state: CountingState, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> CountingFacts {
        let site = context.site
        var facts = try site.countingFacts(of: state.tour)
        guard let answer, answer.command(FloorCommand.self) == nil else { return facts }
        switch asked(at: state, knowing: facts) {
        case .bin: facts.scanned.bin = context.floor.layout.bin(answer.scan.text)?.code
        case .item: facts.scanned.items = try site.items(answer.scan)
        case .lot(let hand), .expiry(let hand), .quantity(let hand):
            let sku = try site.sku(hand.goods.sku, of: hand.goods.client)
            facts.sku = sku
            facts.scanned.pieces = try site.pieces(answer.scan, of: sku)
            if state.at == .lot {
                facts.scanned.isKnown = try !site.meanings(of: answer.text, on: context.floor).isEmpty
            }
        case .nothingElse, .over: break
        }
        return facts
    }

    static func carryOut(
        _ step: Step, knowing facts: inout CountingFacts, in context: DialogueContext
    ) throws(Refusal) {
        guard !step.effects.isEmpty else { return }
        for effect in step.effects { try context.carryOut(effect, knowing: facts) }
        let why = step.effects.contains(.explain) ? reasons(facts) : nil
        facts = try context.site.countingFacts(of: facts.tour.row)
        facts.why = why
    }

    static func readForPrompt(
        _ facts: inout CountingFacts, at state: CountingState, in context: DialogueContext
    ) throws(Refusal) {
        let site = context.site
        var goods: (client: ClientID, sku: SKUID)?
        switch asked(at: state, knowing: facts) {
        case .bin(let task):
            guard let bin = task.work.sourceBin.flatMap({ context.floor.layout.bin($0.text) }) else { return }
            facts.printedName = bin.printedName
            facts.walkMM = site.standing(facts.tour, on: context.floor).flatMap {
                context.floor.layout.distanceMM(from: $0, to: bin.place)
            }
        case .item(let task): goods = task.work.sku.map { (client: task.work.client, sku: $0) }
        case .lot(let hand), .expiry(let hand), .quantity(let hand):
            goods = (client: hand.goods.client, sku: hand.goods.sku)
        case .nothingElse, .over: break
        }
        guard let goods else { return }
        facts.sku = try site.sku(goods.sku, of: goods.client)
        facts.barcode = try site.barcodes(of: goods.sku, goods.client).first
    }

    static func isQuestion(_ effect: CountingEffect) -> Bool { effect == .explain }
}

extension DialogueContext {
    fileprivate func carryOut(_ effect: CountingEffect, knowing facts: CountingFacts) throws(Refusal) {
        switch effect {
        case .begin(let code):
            try site.arrive(at: try site.bin(code, on: floor), on: facts.tour, of: floor)
            try site.freezeBooks(for: try facts.taskAtHand(), in: code)
        case .book(let differences):
            guard let bin = try facts.taskAtHand().work.sourceBin else { return }
            try site.book(differences, held: facts.progress.held, in: bin, on: floor)
        case .free(let found):
            guard let bin = try facts.taskAtHand().work.sourceBin else { return }
            try site.free(found, in: bin, on: floor)
        case .countAgain(let doubted):
            try site.leaveToOthers(try facts.taskAtHand(), doubted, countedBy: session.badge)
            try site.finishWhenDone(facts.tour.row)
        case .askLead(let doubted):
            try site.leaveToOthers(try facts.taskAtHand(), doubted, countedBy: session.badge, isForLead: true)
            try site.finishWhenDone(facts.tour.row)
        case .complete(let booked):
            try site.completeCount(try facts.taskAtHand(), booked)
            try site.finishWhenDone(facts.tour.row)
        case .postpone:
            try site.store.tasks.postpone(try facts.taskAtHand())
            try site.measureCounts(on: facts.tour.row, of: floor)
        case .pause: try site.leave(facts.tour)
        case .finish: try site.finishWhenDone(facts.tour.row)
        case .explain: break
        }
    }
}

extension Transaction {
    fileprivate func countingFacts(of row: TourRow) throws(Refusal) -> CountingFacts {
        var facts = CountingFacts(tour: try store.tours.tour(row), limits: settings.counting)
        facts.task = try store.tasks.current(on: row)
        if let task = facts.task { facts.progress = task.work.facts.count }
        return facts
    }

    /// From here on what moves in the bin is no difference of its count.
    fileprivate func freezeBooks(for task: WorkTask, in bin: BinCode) throws(Refusal) {
        let books = try books(of: bin, in: task.warehouse)
        try store.tasks.update(task) { $0.facts.count.books = books }
    }

    /// The task stays and leaves the walk: what was found is kept for the one who has to confirm it, and to whom the
    /// books are not shown.
    fileprivate func leaveToOthers(
        _ task: WorkTask, _ doubted: [CountDifference], countedBy badge: BadgeID, isForLead: Bool = false
    ) throws(Refusal) {
        let held = task.work.facts.count.held.filter { held in
            doubted.contains { $0.goods == held.goods }
        }
        let progress = CountProgress(isBlind: true, first: doubted, isCovered: true, held: held)
        let kept = try store.tasks.update(task) { work in
            (work.facts.count, work.notBy, work.isForLead) = (progress, badge, isForLead)
        }
        try store.tasks.removeFromTour(try store.tasks.unclaim(kept))
    }
}

extension CountingFacts {
    fileprivate func taskAtHand() throws(Refusal) -> WorkTask {
        guard let task else {
            throw .notAllowed(as: .nothingLeft, of: "tour \(tour.row)", wanted: .somethingToCount)
        }
        return task
    }
}
