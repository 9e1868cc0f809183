import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Asking why once all is counted")
struct WhyAfterTheLastCountTests {
    @Test("Who asks gets the prompt that stands, and the walk goes on as it was")
    func why() throws {
        let site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
        let counter = try site.counter()
        try counter.scan("A-1-01")
        _ = try site.count(2, "PEN", in: "A-1-01", isComplete: true)
        try counter.nextTour()
        let told = try site.read(TourWhy(counter.session))
        #expect(told.say == counter.prompt.say && told.step == counter.step)
        #expect(told.show.why?.isEmpty == false)
        #expect(try site.tours().map(\.state) == [.started])
        try counter.scan("yes")
        #expect(try site.tours().map(\.state) == [.finished])
    }
}
