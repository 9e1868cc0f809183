import JSON
import Testing

@testable import Fulfillment

@Suite struct PrecedenceTests {
    /// On the way out lie ice, glass and pens; the bricks lie at the far end.
    private func site(_ settings: SiteSettings) throws -> TestSite {
        let site = try TestSite(floor: try TestSite.layoutText("wh-ny"), settings: settings)
        try site.done(
            "sku.upsert", ["sku": "ICE", "size_mm": [80, 80, 80], "weight_g": 300, "storage": "frozen"])
        try site.done(
            "sku.upsert",
            ["sku": "GLASS", "size_mm": [80, 80, 80], "weight_g": 3_000, "packing": ["fragile": true]])
        try site.receive(9, "ICE", in: "A-1-01")
        try site.receive(9, "GLASS", in: "B-1-01")
        try site.receive(9, "PEN", in: "C-1-01")
        try site.receive(9, "BRICK", in: "D-20-01")
        return site
    }

    private func bins(_ settings: SiteSettings) throws -> [String] {
        let site = try site(settings)
        try site.send("O-1", [("ICE", 1), ("GLASS", 1), ("PEN", 1), ("BRICK", 1)])
        return try #require(try site.bins().first)
    }

    @Test("By default what must stay cold is picked last, and nothing else makes a difference")
    func coldLast() throws {
        #expect(try bins(SiteSettings()).last == "A-1-01")
        var settings = SiteSettings()
        settings.coldLast = false
        let shortest = try bins(settings)
        #expect(shortest.first == "A-1-01")
    }

    @Test("Heavy goods first, fragile ones after the rest though they are heavy, cold ones last")
    func allRules() throws {
        var settings = SiteSettings()
        settings.heavyFromG = 2_500
        settings.fragileLast = true
        #expect(try bins(settings) == ["D-20-01", "C-1-01", "B-1-01", "A-1-01"])
    }

    @Test("The figure by location code knows no precedence")
    func figureByCode() throws {
        var settings = SiteSettings()
        settings.coldLast = false
        let figures = try [settings, SiteSettings()].map { settings in
            let site = try site(settings)
            try site.send("O-1", [("ICE", 1), ("PEN", 1), ("BRICK", 1)])
            let tour = try #require(try site.tours().first)
            return (byCode: tour.byLocationCodeM, length: tour.lengthM)
        }
        #expect(figures[0].byCode == figures[1].byCode)
        #expect(figures[0].length < figures[1].length)
    }

    @Test("A walk planned anew on the way keeps to precedence")
    func onTheWay() throws {
        let site = try site(SiteSettings())
        try site.send("O-1", [("ICE", 1), ("GLASS", 1), ("PEN", 1)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .bin)
        let first = try picker.rightCode()
        try picker.scan("*SKIP")
        #expect(try picker.rightCode() != first)
        try picker.answer()
        #expect(try site.bins().first?.last == first)
        #expect(try site.bins().first?.dropLast().last == "A-1-01")
    }
}
