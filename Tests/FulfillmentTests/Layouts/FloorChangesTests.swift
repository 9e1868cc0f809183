import Domain
import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite("Bins that a layout opens or closes to picking")
struct FloorChangesTests {
    private static func floor(_ yaml: String) throws -> Floor {
        FloorCache().add(try Layout(yaml: yaml, file: "test"), revision: 1)
    }

    private let usual: Floor

    init() throws { usual = try Self.floor(OtherFloors.stairs()) }

    @Test("A shelf that is closed, and opened again, and nothing else")
    func shelf() throws {
        let closed = try Self.floor(OtherFloors.stairs(closed: "A-1"))
        let bins = closed.binsOpenedOrClosed(since: usual)
        #expect(bins.count == 4 && bins.allSatisfy { $0.text.hasPrefix("A-1-") })
        #expect(usual.binsOpenedOrClosed(since: closed) == bins)
        #expect(usual.binsOpenedOrClosed(since: usual) == [])
    }

    @Test("A floor that carts get to now")
    func way() throws {
        let reached = try Self.floor(OtherFloors.stairs(notFor: "truck"))
        let bins = reached.binsOpenedOrClosed(since: usual)
        #expect(bins.count == 32 && bins.allSatisfy { $0.text.hasPrefix("M-") })
    }

    @Test("An area that no cart may go to any more")
    func carts() throws {
        let all = try Self.floor(OtherFloors.areas(carts: "{id: C, totes: 4, areas: [HALL, COLD, CAGE]}"))
        let some = try Self.floor(OtherFloors.areas(carts: "{id: C, totes: 4, areas: [HALL, COLD]}"))
        let bins = some.binsOpenedOrClosed(since: all)
        #expect(bins.count == 32 && bins.allSatisfy { $0.text.hasPrefix("X-") })
    }
}
