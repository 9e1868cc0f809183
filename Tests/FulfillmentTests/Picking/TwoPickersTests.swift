import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Two pickers who ask at once")
struct TwoPickersTests {
    @Test("They get two tours that share no order, and both walk theirs to the end")
    func twoTours() throws {
        let site = try TestSite()
        for bin in ["A-1-01", "J-20-01"] { try site.receive(10, "PEN", in: bin) }
        let orders = (1...20).map { "O-\($0)" }
        for order in orders { try site.allocate(order, [("PEN", 1)]) }
        try site.releaseOnly()
        let pickers = [try site.picker("P1"), try site.picker("P2")]
        // Both ask in one commit.
        let asked = try pickers.map { try TestSite.command(TourNext($0.session)) }
        _ = try site.site.decide(asked, at: site.now)
        for picker in pickers { try picker.nextTour() }
        #expect(Set(pickers.compactMap { $0.show.tour }).count == 2)
        let onTours = try site.tours().flatMap { tour in Set(tour.picks.map(\.order.text)) }
        #expect(onTours.sorted() == orders.sorted())
        // Scan by scan, in turns.
        for _ in 0..<200 {
            for picker in pickers where picker.expects != .none { try picker.answer() }
        }
        for order in orders { #expect(try site.stage(of: order) == .picked, "\(order)") }
        #expect(try site.breaches() == [])
    }
}
