import Cartonization
import Domain
import Operations

/// What is left out stays as it is.
extension BoxUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let existing = try site.store.boxes.box(box)
        guard let inner = inner ?? existing?.inner else {
            throw .badParams(param: "inner_mm", problem: "is missing; it is needed the first time")
        }
        let form = form ?? existing?.form ?? .carton
        let giveMM = giveMM ?? (form == .mailer ? existing?.giveMM : nil)
        if giveMM != nil && form != .mailer {
            throw .badParams(param: "give_mm", problem: "is for boxes of kind mailer")
        }
        let box = Domain.Box(
            id: box, inner: inner, outer: outer ?? existing?.outer, tareG: tareG ?? existing?.tareG ?? 0,
            maxWeightG: maxWeightG ?? existing?.maxWeightG, cost: cost ?? existing?.cost,
            supply: supply ?? existing?.supply, barcode: barcode ?? existing?.barcode, form: form, giveMM: giveMM,
            clearanceMM: clearanceMM ?? existing?.clearanceMM ?? 0, maxItems: maxItems ?? existing?.maxItems)
        try box.check()
        try site.store.boxes.upsert(box)
        guard try site.store.boxes.count() <= PackingLimits.boxTypes else {
            throw .badParams(
                param: "box", problem: "is one more than the \(PackingLimits.boxTypes) types that are chosen from")
        }
        var result = Result()
        (result.box, result.isNew) = (box.id, existing == nil)
        return result
    }
}

extension Domain.Box {
    /// What no order could be packed with is refused here, not at the bench.
    fileprivate func check() throws(Refusal) {
        do throws(PackingError) { try BoxType(self).check() } catch { throw Refusal(error) }
        guard let outer else { return }
        if zip(outer.sides, inner.sides).contains(where: { $0 < $1 }) {
            throw .badParams(param: "outer_mm", problem: "is smaller than inner_mm")
        }
    }
}

extension BoxList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.boxes.list(after: BoxID(page.afterText), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        result.boxes = rows.map(BoxList.Box.init)
        return result
    }
}

extension BoxList.Box {
    fileprivate init(_ box: Domain.Box) {
        self.init()
        (self.box, form, inner, outer) = (box.id, box.form, box.inner, box.outer)
        (tareG, maxWeightG, cost, supply) = (box.tareG, box.maxWeightG, box.cost, box.supply)
        (giveMM, clearanceMM, maxItems, barcode) = (box.giveMM, box.clearanceMM, box.maxItems, box.barcode)
    }
}
