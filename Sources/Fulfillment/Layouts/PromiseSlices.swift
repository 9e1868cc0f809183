import Domain
import Operations
import Store

/// After a new layout: withdraws promises that closed or unreachable bins no longer cover, and renews those that opened
/// bins do, SKU by SKU. Until a SKU is reached its promises stand as they were; nothing is reserved on them that may not
/// be picked.
extension PromiseSlice: Rule {
    /// SKUs that are compared in the time in which one line loses or gets pieces.
    private static let skusPerLine = 3

    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        guard var renewal = try site.store.promises.renewal() else { return result }
        let floor = try site.floor(renewal.warehouse)
        var left = limit
        while left > 0 {
            guard let next = try site.store.promises.next(after: renewal.reached, in: renewal.warehouse) else {
                try site.store.promises.end(renewal)
                result.hasMore = try site.store.promises.renewal() != nil
                return result
            }
            let linesMax = max(1, left / Self.skusPerLine)
            let lines = try site.compare(next, on: floor, linesMax: linesMax)
            left -= 1 + lines * Self.skusPerLine
            // Where more lines may have to change, the next slice goes on with the same SKU.
            if lines < linesMax { renewal.reached = next }
        }
        try site.store.promises.save(renewal)
        result.hasMore = true
        return result
    }
}

extension Transaction {
    /// - Returns: lines that have lost or got pieces; fewer than `linesMax` where no more have to.
    fileprivate func compare(_ key: SKUKey, on floor: Floor, linesMax: Int) throws(Refusal) -> Int {
        let broken = try breakPromises(
            of: key.id, key.client, on: floor, reason: "layout", linesMax: linesMax
        ).count
        if broken >= linesMax { return broken }
        return broken + (try renewPromises(of: key.id, key.client, on: floor, linesMax: linesMax - broken))
    }
}
