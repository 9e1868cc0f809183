import Domain
import Operations
import WarehouseLayout

extension PutBackMachine: FloorDialogue {
    static func facts(
        at state: PutBackState, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> PutBackFacts {
        let site = context.site
        var facts = try site.putBackFacts(of: state.tour)
        guard let answer else { return facts }
        switch state.at {
        case .tote: facts.scanned.tote = try site.tote(code: answer.scan.text)?.id
        case .bin: facts.scanned.bin = context.floor.layout.bin(answer.scan.text)?.code
        case .item, .quantity:
            if let task = facts.task, let sku = task.work.sku {
                facts.scanned.pieces = try site.pieces(answer.scan, of: sku, task.work.client)
            }
        case .missing: break
        }
        return facts
    }

    static func carryOut(
        _ step: DialogueStep<PutBackState, PutBackEffect>, knowing facts: inout PutBackFacts, in context: DialogueContext
    ) throws(Refusal) {
        guard !step.effects.isEmpty else { return }
        for effect in step.effects { try context.carryOut(effect, facts.tour) }
        let why = step.effects.contains(.explain) ? reasons(facts) : nil
        facts = try context.site.putBackFacts(of: facts.tour.row)
        facts.why = why
    }

    static func readForPrompt(
        _ facts: inout PutBackFacts, at state: PutBackState, in context: DialogueContext
    ) throws(Refusal) {
        guard state.at != .tote, let task = facts.task, let id = task.work.sku else { return }
        let site = context.site
        facts.order = try task.work.order.map { (row) throws(Refusal) in try site.order(row) }
        facts.sku = try site.sku(id, of: task.work.client)
        facts.barcode = try site.barcodes(of: id, task.work.client).first
        facts.printedName = task.work.targetBin.flatMap { context.floor.layout.bin($0.text)?.printedName }
    }

    static func isQuestion(_ effect: PutBackEffect) -> Bool { effect == .explain }
}

extension Transaction {
    fileprivate func putBackFacts(of row: TourRow) throws(Refusal) -> PutBackFacts {
        var facts = PutBackFacts(tour: try store.tours.tour(row))
        facts.task = try store.tasks.current(on: row)
        if facts.task != nil { facts.toFetch = try store.tasks.firstNotLoaded(on: row) }
        return facts
    }
}

extension DialogueContext {
    fileprivate func carryOut(_ effect: PutBackEffect, _ tour: Tour) throws(Refusal) {
        switch effect {
        case .fetch(let tote): try site.fetch(tote, on: tour)
        case .arrive(let code):
            if let bin = floor.layout.bin(code.text) { try site.arrive(at: bin, on: tour, of: floor) }
        case .putBack(let task, let found): try site.putBack(task, found: found, by: session, tour, on: floor)
        case .postpone(let task): try site.store.tasks.postpone(task)
        case .redirect(let task): try site.redirect(task, on: floor)
        case .pause: try site.leave(tour)
        case .explain: break
        }
    }
}
