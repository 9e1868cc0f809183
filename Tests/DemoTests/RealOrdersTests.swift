import Foundation
import JSON
import Testing

@testable import Demo

struct RealOrdersTests {
    private func read(orders: String, boxes: String) throws(DemoFault) -> World {
        let folder = NSTemporaryDirectory() + "wmsd-real-\(UInt32.random(in: .min ... .max))"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try? orders.write(toFile: folder + "/orders", atomically: true, encoding: .utf8)
        try? boxes.write(toFile: folder + "/boxes", atomically: true, encoding: .utf8)
        return try RealOrders(ordersFile: folder + "/orders", boxesFile: folder + "/boxes").world
    }

    private let boxes = #"{"boxes":[{"id":"S","inner_mm":[240,160,100],"tare_g":80,"cost":0.42}]}"#

    @Test func `orders, goods and boxes are read`() throws {
        let world = try read(
            orders: """
                {"id":"o1","items":[{"sku":"TEA","qty":4,"size_mm":[120,80,60],"weight_g":270,"fragile":true}]}
                {"id":"o2","items":[{"sku":"TEA","qty":1,"size_mm":[120,80,60],"weight_g":270}]}

                """,
            boxes: boxes)
        #expect(world.orders.map(\.id) == ["o1", "o2"])
        #expect(world.demand == ["TEA": 5])
        #expect(world.products.map(\.row).first?["packing"] == ["fragile": true])
        #expect(world.cartons.first?.row["cost"] == "0.42")
    }

    @Test func `a broken line is named`() {
        let fault = #expect(throws: DemoFault.self) {
            try read(orders: "{\"id\":\"o1\",\"items\":[{\"sku\":\"TEA\"}]}\n", boxes: boxes)
        }
        #expect(fault?.description.contains(":1") == true)
    }

    @Test func `files without orders or boxes are refused`() {
        #expect(throws: DemoFault.self) { try read(orders: "", boxes: boxes) }
        #expect(throws: DemoFault.self) { try read(orders: "{}", boxes: "{}") }
    }
}
