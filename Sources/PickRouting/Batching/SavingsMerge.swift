/// Puts carts together two by two, always those whose common walk saves most, with savings recomputed after
/// every merge.
///
/// Clarke and Wright 1964, "Scheduling of vehicles from a central depot to a number of delivery points"; as
/// C&W(ii) for order batching in de Koster, van der Poort and Wolters 1999.
struct SavingsMerge {
    private let load: BatchLoad
    private var carts: [Cart]
    /// Row by row the saving of putting cart i and cart j > i together; below zero where they do not fit.
    private var savings: [Int32]
    private var bestPartner: [Int]
    private var isMerged: [Bool]

    private var count: Int { carts.count }

    /// - Complexity: O(n²) measures for n orders
    init(_ load: BatchLoad, orders: [Int]) {
        self.load = load
        carts = orders.map { Cart([$0], in: load) }
        savings = [Int32](repeating: -1, count: carts.count * carts.count)
        bestPartner = [Int](repeating: -1, count: carts.count)
        isMerged = [Bool](repeating: false, count: carts.count)
    }

    mutating func merged() -> [Cart] {
        for row in 0..<count {
            for column in (row + 1)..<max(count, row + 1) {
                savings[row * count + column] = saving(row, column)
            }
            findPartner(of: row)
        }
        while let row = mostSaving() {
            let column = bestPartner[row]
            carts[row] = Cart(carts[row].orders + carts[column].orders, in: load)
            isMerged[column] = true
            for other in 0..<count where other != row && !isMerged[other] {
                savings[min(row, other) * count + max(row, other)] = saving(row, other)
            }
            findPartner(of: row)
            for other in 0..<count where !isMerged[other] && other != row {
                let partner = bestPartner[other]
                if partner == row || partner == column {
                    findPartner(of: other)
                } else if other < row,
                    partner < 0 || savings[other * count + row] > savings[other * count + partner]
                {
                    if savings[other * count + row] >= 0 { bestPartner[other] = row }
                }
            }
        }
        return carts.indices.filter { !isMerged[$0] }.map { carts[$0] }
    }

    private func mostSaving() -> Int? {
        var best: Int?
        for row in 0..<count where !isMerged[row] && bestPartner[row] >= 0 {
            guard let known = best else {
                best = row
                continue
            }
            if savings[row * count + bestPartner[row]] > savings[known * count + bestPartner[known]] {
                best = row
            }
        }
        return best
    }

    private mutating func findPartner(of row: Int) {
        bestPartner[row] = -1
        var most: Int32 = -1
        for column in (row + 1)..<max(count, row + 1) where !isMerged[column] {
            if savings[row * count + column] > most {
                most = savings[row * count + column]
                bestPartner[row] = column
            }
        }
    }

    private func saving(_ first: Int, _ second: Int) -> Int32 {
        let orders = carts[first].orders + carts[second].orders
        guard load.fits(orders) else { return -1 }
        var places = carts[first].places
        places.formUnion(carts[second].places)
        return Int32(
            clamping: carts[first].lengthMM + carts[second].lengthMM - load.measure.lengthMM(of: places))
    }
}
