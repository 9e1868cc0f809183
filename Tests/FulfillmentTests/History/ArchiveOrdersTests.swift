import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Closed orders go out of the way of the work, and are found where somebody asks for them.
@Suite struct ArchiveOrdersTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(100, "PEN", in: "A-1-01")
    }

    /// The order as the wire has it, so that all of it is compared.
    private func order(_ id: String) throws -> JSONObject { try site.order(id).json }

    @Test("A cancelled order is filed an hour after, and found as it was by its id alone")
    func cancelled() throws {
        try site.cancelled("O-1", ["notes": "ring twice", "ext": ["shop": 7]])
        try site.allocate("O-2", [("PEN", 1)])
        let before = try order("O-1")
        #expect(before["notes"] == "ring twice")
        site.now = site.now.adding(seconds: 3_590)
        #expect(try site.slice(.orders) == 0)
        site.wait(hours: 1)
        #expect(try site.slice(.orders) == 1)
        #expect(try site.slice(.orders) == 0)
        #expect(try order("O-1") == before)
        #expect(try site.orders() == ["O-2"])
        #expect(try site.orders(OrderList("O-1")) == ["O-1"])
        #expect(try site.read(Status()).orders == StateCounts<OrderStage>([.accepted: 1]))
        #expect(try site.breaches() == [])
    }

    @Test("An order in transit counts as closed after the days of the setting, whole with picks and parcels")
    func inTransit() throws {
        try site.ship("O-1")
        var before = try order("O-1")
        #expect(before["stage"] == "in_transit")
        site.wait(days: 29)
        #expect(try site.slice(.orders) == 0)
        site.wait(days: 1)
        #expect(try site.slice(.orders) == 1)
        before["stage"] = "closed"
        #expect(try order("O-1") == before)
        #expect(before["picks"]?.array?.map { $0["state"] } == ["packed"])
        #expect(before["parcels"]?.array?.map { $0["state"] } == ["handed_over"])
        #expect(try site.breaches() == [])
    }

    @Test("Who lists by id gets the archive's too, as far as they are what else is asked for")
    func filters() throws {
        try site.cancelled("O-1")
        site.wait(hours: 2)
        try site.slice(.orders)
        for (filter, isFound) in [
            (["stage": "cancelled"], true), (["stage": "accepted"], false), (["driver": "D-7"], true),
            (["driver": "D-8"], false), (["sku": "PEN"], true), (["sku": "BRICK"], false),
            (["client": ""], true),
            (["warehouse": "WH-NY"], true),
        ] as [(JSONObject, Bool)] {
            var list = try OrderList(written: filter)
            #expect(try site.orders(list) == [], "\(filter)")
            list.order = "O-1"
            #expect(try site.orders(list) == (isFound ? ["O-1"] : []), "\(filter)")
        }
    }

    @Test("A list by id that has several pages leaves out no client's order for those of the archive")
    func pagesById() throws {
        let owners: [ClientID] = ["A", "B", "Z"]
        for owner in owners {
            var sku = SKUUpsert("PEN", size: SizeMM(length: 100, width: 20, height: 10), weightG: 10)
            sku.client = owner
            try site.done(sku)
            try site.done(StockReceive(2, "PEN", in: "B-3-02", warehouse: "WH-NY", client: owner))
            try site.allocate("O-1", [("PEN", 1)], ["client": .string(owner.text)])
        }
        var cancel = OrderCancel("O-1")
        cancel.name.client = "Z"
        try site.done(cancel)
        site.wait(hours: 2)
        try site.slice(.orders)
        var list = OrderList("O-1")
        list.page.limit = 1
        var found: [ClientID] = []
        repeat {
            let page = try site.read(list)
            found += page.orders.map(\.client)
            list.page.after = page.after
        } while list.page.after != nil && found.count < 9
        #expect(found == owners)
    }

    @Test("A filed order is not worked on any more, and says so")
    func notWorkedOn() throws {
        try site.cancelled("O-1")
        site.wait(hours: 2)
        try site.slice(.orders)
        let head = try site.site.head
        for refusal in [
            try site.refusal(OrderRelease("O-1")), try site.refusal(OrderHold("O-1", reason: "address")),
        ] {
            guard case .wrongState("order O-1", let state, _) = refusal else {
                Issue.record("a filed order was taken for one at work")
                continue
            }
            #expect(state == "cancelled, in the archive")
        }
        #expect(try site.site.head == head)
    }

    @Test(
        "A second cancel is acknowledged like the first where the order is filed; one shipped is refused")
    func cancelledAgain() throws {
        try site.allocate("O-1", [("PEN", 1)])
        let first = try site.done(OrderCancel("O-1")).json
        try site.ship("O-2")
        site.wait(days: 31)
        try site.slice(.orders)
        let head = try site.site.head
        #expect(try site.done(OrderCancel("O-1")).json == first)
        guard
            case .wrongState("order O-2", state: "closed, in the archive", _) = try site.refusal(
                OrderCancel("O-2"))
        else {
            Issue.record("an order that was shipped a month ago was cancelled")
            return
        }
        #expect(try site.site.head == head)
    }

    @Test(
        "The same order sent again conflicts with the filed one, with whatever content, and promises nothing")
    func sentAgain() throws {
        try site.cancelled("O-1")
        site.wait(hours: 2)
        try site.slice(.orders)
        let head = try site.site.head
        for quantity in [1, 2] {
            guard
                case .orderConflict(order: "O-1", let difference) = try site.refusal(
                    "order.allocate", TestSite.order("O-1", [("PEN", quantity)]))
            else {
                Issue.record("an order that was closed came again")
                return
            }
            #expect(difference.contains("closed"))
        }
        #expect(try site.site.head == head)
        #expect(try site.available("PEN") == 100)
        #expect(try site.orders() == [])
    }

    @Test("A parcel of a filed order is told as such by its number, and so is one whose label was voided")
    func parcelByItsNumber() throws {
        try site.send("O-1", [("PEN", 2)])
        try site.pickEverything()
        try site.pack("O-1")
        var codes = try site.codes(of: "O-1")
        try site.done(LabelVoid(parcel: "1", reason: "torn"))
        try site.pack("O-1")
        codes += try site.codes(of: "O-1")
        try site.handOver("O-1")
        site.wait(days: 31)
        try site.slice(.orders)
        #expect(Set(codes).count == 2)
        for code in codes {
            for refusal in [try site.refusal(ParcelGet(code)), try site.refusal(ParcelHandover(code))] {
                #expect("\(String(describing: refusal))".contains("archive"), "\(code)")
            }
        }
    }
}
