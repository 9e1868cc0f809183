import Domain
import Operations
import TestOperations

@testable import Fulfillment

extension TestSite {
    /// A site with picked orders that have been cancelled, their totes at the station.
    static func bringingBack(
        _ orders: [(String, [(String, Int)])], settings: SiteSettings = SiteSettings()
    ) throws -> TestSite {
        let site = try TestSite(floor: try TestSite.layoutText("wh-ny"), settings: settings)
        var chilled = SKUUpsert()
        chilled.sku = "BRICK"
        chilled.storage = .chilled
        try site.done(chilled)
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "C-5-04")
        for (id, items) in orders { try site.send(id, items) }
        try site.pickEverything()
        for (id, _) in orders { try site.done(OrderCancel(OrderID(id))) }
        return site
    }

    /// Somebody at the first prompt of the walk that brings the pieces home.
    func carrier(_ badge: String = "P1") throws -> Handheld {
        let carrier = try picker(badge)
        try carrier.nextTour()
        return carrier
    }
}
