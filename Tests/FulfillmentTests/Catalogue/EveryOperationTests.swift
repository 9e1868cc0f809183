import Operations
import Testing

@testable import Fulfillment

@Suite("The catalogue and the rules")
struct EveryOperationTests {
    /// What the daemon answers by itself.
    private static let ofTheDaemon = ["help", "rpc.discover", "ping", "event.subscribe"]

    @Test("Every method has a rule, or is the daemon's own")
    func everyMethodHasARule() {
        let without = Method.all.filter { !($0.type is any Rule.Type) }.map(\.name)
        #expect(without.sorted() == Self.ofTheDaemon.sorted())
    }
}
