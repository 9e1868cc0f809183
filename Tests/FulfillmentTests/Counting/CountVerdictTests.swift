import Domain
import Testing

@testable import Fulfillment

/// Which differences are booked at once.
@Suite struct CountVerdictTests {
    private static let pen = CountingWorld.goods("PEN")
    private static let brick = CountingWorld.goods("BRICK")

    private static func limits(_ pieces: Int, _ permille: Int) -> CountingSettings {
        var limits = CountingSettings()
        (limits.recountPieces, limits.recountPermille) = (pieces, permille)
        return limits
    }

    private func mustRecount(_ expected: Int, _ counted: Int, _ limits: CountingSettings) -> Bool {
        limits.isLarge(CountDifference(goods: Self.pen, expected: expected, counted: counted))
    }

    @Test("A difference above both limits is large; where one is 0, the other decides")
    func limits() {
        let usual = CountingSettings()
        #expect(!mustRecount(100, 80, usual))
        #expect(mustRecount(100, 79, usual))
        #expect(!mustRecount(1_000, 979, usual))
        #expect(!mustRecount(1_000, 800, usual))
        #expect(mustRecount(1_000, 1_201, usual))
        #expect(!mustRecount(3, 0, usual))
        #expect(mustRecount(0, 21, usual))
        #expect(mustRecount(3, 2, Self.limits(0, 200)))
        #expect(!mustRecount(1_000, 999, Self.limits(0, 200)))
        #expect(mustRecount(1_000, 979, Self.limits(20, 0)))
        #expect(mustRecount(1, 0, Self.limits(0, 0)))
        #expect(!mustRecount(5, 5, Self.limits(0, 0)))
    }

    @Test("Within the limits it is booked, above them it is counted again, and what agrees is none")
    func oneCount() {
        let verdict = CountVerdict(
            of: [GoodsCount(Self.pen, 40), GoodsCount(Self.brick, 9), GoodsCount(CountingWorld.goods("CUP"), 2)],
            books: [
                GoodsCount(Self.pen, 100), GoodsCount(Self.brick, 10), GoodsCount(CountingWorld.goods("CUP"), 2),
            ], first: [], limits: CountingSettings())
        #expect(verdict.booked == [CountingWorld.difference(Self.brick, 10, 9)])
        #expect(verdict.again == [CountingWorld.difference(Self.pen, 100, 40)])
        #expect(verdict.differences == verdict.again + verdict.booked)
    }

    @Test("The second count confirms a change, whatever has been moved in between")
    func secondCount() {
        let first = [CountingWorld.difference(Self.pen, 100, 40)]
        func verdict(_ books: Int, _ counted: Int) -> CountVerdict {
            CountVerdict(
                of: [GoodsCount(Self.pen, counted)], books: [GoodsCount(Self.pen, books)], first: first,
                limits: CountingSettings())
        }
        #expect(verdict(100, 40).booked == first)
        #expect(verdict(90, 30).booked == [CountingWorld.difference(Self.pen, 90, 30)])
        #expect(verdict(100, 41).again == [CountingWorld.difference(Self.pen, 100, 41)])
        #expect(verdict(90, 40).again == [CountingWorld.difference(Self.pen, 90, 40)])
        #expect(verdict(100, 98).booked == [CountingWorld.difference(Self.pen, 100, 98)])
        #expect(verdict(100, 100) == CountVerdict(of: [], books: [], first: [], limits: CountingSettings()))
    }

    @Test("What two counts agree on is booked, or waits for a lead where it is above both of the lead's limits")
    func forLead() {
        func verdict(_ counted: Int, isByLead: Bool = false) -> CountVerdict {
            CountVerdict(
                of: [GoodsCount(Self.pen, counted)], books: [GoodsCount(Self.pen, 1_000)],
                first: [CountingWorld.found(pens: counted)], limits: CountingSettings(), isByLead: isByLead)
        }
        let large = [CountingWorld.found(pens: 499)]
        #expect(verdict(500).booked == [CountingWorld.found(pens: 500)])
        #expect(verdict(499).forLead == large && verdict(499).booked == [] && verdict(499).again == [])
        #expect(verdict(499).differences == large)
        #expect(verdict(499, isByLead: true).booked == large)
        var settings = CountingSettings()
        let difference = CountDifference(goods: Self.pen, expected: 300, counted: 100)
        #expect(!settings.isForLead(difference))
        settings.leadPieces = 199
        #expect(settings.isForLead(difference))
    }

    @Test("The first count of a large difference is counted again, be it a lead's")
    func leadsFirstCount() {
        let first = CountVerdict(
            of: [GoodsCount(Self.pen, 1)], books: [GoodsCount(Self.pen, 1_000)], first: [],
            limits: CountingSettings(), isByLead: true)
        #expect(first.again == [CountingWorld.found(pens: 1)] && first.booked == [] && first.forLead == [])
    }

    @Test("A count is about one SKU, one client's goods, or all; two of them together about what covers both")
    func scopes() {
        let (all, acme) = (CountScope(), CountScope(client: "ACME"))
        let (pens, bricks) = (CountScope(client: "ACME", sku: "PEN"), CountScope(client: "ACME", sku: "BRICK"))
        let foreign = CountScope(client: "", sku: "PEN")
        #expect(all.covers("ACME", "PEN") && all.covers("", "PEN"))
        #expect(acme.covers("ACME", "PEN") && !acme.covers("", "PEN") && !acme.covers("OTHER", "PEN"))
        #expect(pens.covers("ACME", "PEN") && !pens.covers("ACME", "BRICK") && !pens.covers("", "PEN"))
        #expect(foreign.covers("", "PEN") && !foreign.covers("ACME", "PEN"))
        #expect(pens.joined(with: pens) == pens)
        #expect(pens.joined(with: bricks) == acme && pens.joined(with: acme) == acme)
        #expect(pens.joined(with: foreign) == all && acme.joined(with: all) == all)
    }
}
