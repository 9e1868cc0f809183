import Domain
import Store
import WarehouseLayout

/// Finds bins in which nothing lies: those around a bin are asked for one by one, the nearest first; where all of them
/// are in use, all that are used are read once.
struct EmptyBins {
    /// So many bins before and after one are asked for: its shelf and those beside it.
    private static let around = 60
    private static let usedReadMax = 1_000

    private let floor: Floor
    private let store: Store
    /// Read where it is needed first.
    private var used: Set<BinCode>?

    init(of floor: Floor, in store: Store) {
        (self.floor, self.store) = (floor, store)
    }

    /// - Returns: the bin nearest to `home` among those around it, else the first by address; nil where none is empty.
    mutating func first(near home: BinCode?, where isCandidate: (Bin) -> Bool) throws(Refusal) -> BinCode? {
        for bin in around(home) where isCandidate(bin) {
            if try store.stock.isEmpty(bin.code, of: floor.warehouse) { return bin.code }
        }
        let used = try usedBins()
        return floor.layout.bins.first { isCandidate($0) && !used.contains($0.code) }?.code
    }

    /// Bins with neighbouring addresses, by the way from `home`; those as far as each other by their addresses.
    private func around(_ home: BinCode?) -> [Bin] {
        let layout = floor.layout
        guard let home = home.flatMap({ layout.binIndex($0.text) }) else { return [] }
        let place = layout.bins[home].place
        let window = max(0, home - Self.around)..<min(layout.bins.count, home + Self.around + 1)
        return window.map {
            (way: layout.distanceMM(from: place, to: layout.bins[$0].place) ?? .max, bin: $0)
        }
        .sorted { ($0.way, $0.bin) < ($1.way, $1.bin) }
        .map { layout.bins[$0.bin] }
    }

    private mutating func usedBins() throws(Refusal) -> Set<BinCode> {
        if let used { return used }
        var bins: Set<BinCode> = []
        var last: BinCode?
        while true {
            let page = try store.stock.usedBins(of: floor.warehouse, after: last, limit: Self.usedReadMax)
            bins.formUnion(page)
            guard page.count == Self.usedReadMax else { break }
            last = page.last
        }
        used = bins
        return bins
    }
}
