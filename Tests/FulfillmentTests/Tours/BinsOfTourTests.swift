import Common
import Domain
import PickRouting
import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite struct BinsOfTourTests {
    private static let bins = [
        "A-1-01", "A-9-02", "A-18-03", "B-3-02", "B-12-01", "C-5-04", "D-20-01", "F-2-02", "H-10-03",
        "J-20-01",
        "J-1-01", "E-11-05",
    ]
    private static let days = ["2027-03-01", "2027-06-01"]

    /// Random stock of three SKUs over several bins, lots and days, and orders for it.
    private static func fill(_ site: TestSite, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for sku in ["PEN", "BRICK", "SERUM"] {
            for bin in bins.shuffled(using: &random).prefix(5) {
                let day = sku == "SERUM" ? days.randomElement(using: &random) : nil
                let lot = sku == "SERUM" ? "L\(Int.random(in: 1...3, using: &random))" : nil
                try site.receive(Int.random(in: 1...6, using: &random), sku, in: bin, lot: lot, expiry: day)
                if Int.random(in: 0..<4, using: &random) == 0 { site.now = site.now.adding(seconds: 86_400) }
            }
        }
        for order in 1...6 {
            let items = ["PEN", "BRICK", "SERUM"].shuffled(using: &random).prefix(2).map {
                ($0, Int.random(in: 1...4, using: &random))
            }
            _ = try site.decide("order.allocate", TestSite.order("O-\(order)", Array(items)))
        }
    }

    /// An open pick, with what its rotation rule compares.
    private struct Taken {
        let pick: Pick
        let text: String

        init(_ pick: Pick) {
            self.pick = pick
            let day = pick.sku == "PEN" ? "\(pick.receivedAt.utcDay)" : ""
            text = "\(pick.sku) \(pick.expiry.map { "\($0)" } ?? "") \(day)"
        }
    }

    private func picksByGoods(_ site: TestSite) throws -> [String: [Pick]] {
        let orders = try site.site.store.orders.orders(after: nil, limit: 1_000)
        let picks = try orders.flatMap { try site.site.store.picks.picks(of: $0.row) }
        return Dictionary(grouping: picks.map(Taken.init), by: \.text).mapValues { $0.map(\.pick) }
    }

    /// By SKU and what its rotation rule compares, how much is taken.
    private func quantities(_ site: TestSite) throws -> [String: Int] {
        try picksByGoods(site).mapValues { $0.reduce(0) { $0 + $1.quantity } }
    }

    /// Goods of which more picks were made than it takes to share records out to lines.
    private func splitTooOften(_ site: TestSite) throws -> [String] {
        try picksByGoods(site).filter { _, picks in
            let lines = Set(picks.map { "\($0.order) \($0.line)" }).count
            let records = Set(picks.compactMap(\.stock)).count
            let pairs = Set(picks.map { "\($0.order) \($0.line) \($0.stock?.number ?? 0)" }).count
            return picks.count >= lines + records || pairs < picks.count
        }.keys.sorted()
    }

    /// The shortest walk of one cart through all bins of a site's tours.
    private func walkMM(_ site: TestSite) throws -> Int {
        let layout = try Layout(yaml: try TestSite.layoutText("wh-ny"), file: "wh-ny.yaml")
        let tour = try #require(try site.tours().first)
        func place(_ station: StationCode) throws -> PlaceID {
            try #require(layout.station(station.text)).place
        }
        let stops = try site.bins().joined().map { TourStop(place: try #require(layout.bin($0)).place) }
        return try TourPlanner(layout: layout).plan(
            from: place(tour.start), to: place(tour.finish), stops: stops
        )
        .lengthMM
    }

    @Test(
        "Released together, orders take as much of each day as alone, from bins that make the walk no longer",
        arguments: seeds)
    func togetherAndAlone(seed: UInt64) throws {
        let (alone, together) = (try TestSite(), try TestSite())
        for site in [alone, together] { try Self.fill(site, seed: seed) }
        let waiting = try together.releaseAll().waiting
        try #require(waiting == 0)
        for order in try alone.orders() { try alone.release(order.text) }
        for site in [alone, together] {
            let (breaches, split) = (try site.breaches(), try splitTooOften(site))
            #expect(breaches == [] && split == [], "seed \(seed)")
        }
        let (quantities, quantitiesAlone) = (try self.quantities(together), try self.quantities(alone))
        #expect(quantities == quantitiesAlone, "seed \(seed)")
        let tours = try together.tours()
        let (length, lengthOfAlone) = (try walkMM(together), try walkMM(alone))
        #expect(tours.count == 1)
        #expect(length <= lengthOfAlone, "seed \(seed)")
        #expect(tours.first?.lengthM == Double(length) / 1_000)
    }

    @Test("A line is taken whole from one bin where one that is visited can give it")
    func wholeLines() throws {
        let site = try TestSite()
        try site.receive(9, "BRICK", in: "J-20-01")
        try site.receive(5, "PEN", in: "J-18-01")
        try site.receive(2, "PEN", in: "J-16-01")
        try site.receive(9, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("BRICK", 1), ("PEN", 2)])
        try site.allocate("O-2", [("PEN", 5)])
        try site.releaseAll()
        #expect(try site.tours().first?.picks.count == 3)
        #expect(!(try site.bins().joined().contains("A-1-01")))
    }
}
