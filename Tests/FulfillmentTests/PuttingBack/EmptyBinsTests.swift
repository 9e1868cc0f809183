import Domain
import Testing
import WarehouseLayout

@testable import Fulfillment

/// Where pieces go whose bin is full.
@Suite struct EmptyBinsTests {
    private let site: TestSite
    private let layout: Layout

    init() throws {
        let yaml = try TestSite.layoutText("wh-ny").replacing("count: 20", with: "count: 2")
        site = try TestSite(floor: yaml)
        layout = try Layout(yaml: yaml, file: "wh-ny.yaml")
    }

    /// The empty bin nearest to one.
    private func found(near home: BinCode?) throws -> BinCode? {
        let floor = FloorCache().add(layout, revision: 1)
        var bins = EmptyBins(of: floor, in: site.site.store)
        return try bins.first(near: home) { floor.reach.obstacle(to: $0) == nil }
    }

    @Test("The nearest by the way is found, not the first by address")
    func nearest() throws {
        let home = layout.bins.count / 2
        try site.receive(1, "PEN", in: layout.bins[home].address.text)
        let bin = try #require(try found(near: layout.bins[home].code))
        let place = try #require(layout.bin(bin.text)).place
        let way = try #require(layout.distanceMM(from: layout.bins[home].place, to: place))
        #expect(bin != layout.bins[home].code)
        #expect(bin != layout.bins.first?.code)
        let reach = PickReach(layout)
        for other in layout.bins[(home - 60)...(home + 60)] where reach.obstacle(to: other) == nil {
            guard other.code != layout.bins[home].code else { continue }
            #expect(layout.distanceMM(from: layout.bins[home].place, to: other.place) ?? .max >= way)
        }
    }

    @Test("Where all around are in use, one farther away is found; where none is empty, none")
    func farther() throws {
        let reach = PickReach(layout)
        let open = layout.bins.filter { reach.obstacle(to: $0) == nil }
        let last = try #require(open.last)
        for bin in open.dropLast() { try site.receive(1, "PEN", in: bin.address.text) }
        #expect(try found(near: open[0].code) == last.code)
        #expect(try found(near: nil) == last.code)
        try site.receive(1, "PEN", in: last.address.text)
        #expect(try found(near: open[0].code) == nil)
    }
}
