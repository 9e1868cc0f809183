import Domain
import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite("Whether orders are picked from a bin")
struct PickedBinsTests {
    private static func floor(_ yaml: String) throws -> Floor {
        FloorCache().add(try Layout(yaml: yaml, file: "test"), revision: 1)
    }

    /// What is known by a bin's address is what its layout says of it, however it is spelled.
    private func check(_ floor: Floor) {
        var wrong: [String] = []
        for bin in floor.layout.bins {
            let isPicked = floor.reach.obstacle(to: bin) == nil
            var spellings = [bin.code.text, bin.code.text.lowercased()]
            if let name = bin.printedName { spellings.append(name) }
            wrong += spellings.filter { floor.isPicked(from: BinCode($0)) != isPicked }
            if floor.layout.bin(bin.code.text) != bin { wrong.append(bin.code.text) }
        }
        #expect(wrong == [])
        for text in ["", "A-1", "A-999-99", "NOWHERE"] { #expect(!floor.isPicked(from: BinCode(text))) }
    }

    @Test("In the layouts that are shipped", arguments: ["wh-nj", "wh-ny", "wh-oh", "wh-pa"])
    func shipped(name: String) throws { check(try Self.floor(try TestSite.layoutText(name))) }

    @Test("Where shelves are closed, and where no cart gets to or may go to")
    func outOfReach() throws {
        let closed = try Self.floor(OtherFloors.stairs(closed: "A-1"))
        check(closed)
        #expect(!closed.isPicked(from: "A-1-01") && closed.isPicked(from: "A-2-01"))
        #expect(!closed.isPicked(from: "M-1-01"))
        check(try Self.floor(OtherFloors.areas(carts: "{id: C, totes: 4, areas: [HALL, COLD]}")))
    }
}
