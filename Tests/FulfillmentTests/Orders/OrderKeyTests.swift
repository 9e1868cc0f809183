import Domain
import Store
import Testing

@testable import Fulfillment

@Suite("Where a page of orders ends")
struct OrderKeyTests {
    static let orders: [(client: ClientID, id: OrderID)] = [
        ("", "O-1"), ("", "2026/7"), ("ACME", "O-1"), ("ACME", "2026/7"), ("A/S", "7"), ("~1", "/"),
        ("A~/", "~0/~1"),
    ]

    @Test("A key is read as it was written, whatever stands in the ids", arguments: orders.indices)
    func readAsWritten(index: Int) {
        let (client, id) = Self.orders[index]
        let text = OrderKey.text(client, id)
        for listed in [nil, client] {
            let read = OrderKey.read(text, client: listed)
            #expect(read.client == client && read.id == id, "\(text)")
        }
    }

    @Test("An order of the only client that is listed may be named by its id alone")
    func idAlone() {
        for id in ["O-1", "2026/7"] as [OrderID] {
            for client in ["", "ACME"] as [ClientID] {
                let read = OrderKey.read(id.text, client: client)
                #expect(read.client == client && read.id == id)
            }
        }
    }

    static let ranks: [Int?] = [nil, .min, -1, 0, 1_009_000_000_000_000_000]

    @Test("So is that of an order with a SKU", arguments: ranks)
    func ofASKU(rank: Int?) throws {
        for (client, warehouse) in [("", "NY"), ("A/S", "W/1"), ("~1", "~0/~1"), ("ACME", "")] {
            let key = SKUOrderKey(
                client: ClientID(client), warehouse: WarehouseCode(warehouse), rank: rank, order: OrderRow(7))
            #expect(try SKUOrderKey(text: key.text) == key, "\(key.text)")
            #expect(key.text.utf8.count <= 256)
        }
    }

    @Test("The longest key may be sent back")
    func longest() throws {
        let code = String(repeating: "/", count: Limits.idBytesMax)
        let key = SKUOrderKey(
            client: ClientID(code), warehouse: WarehouseCode(code), rank: .min, order: OrderRow(.max))
        #expect(key.text.utf8.count <= 256)
        #expect(try SKUOrderKey(text: key.text) == key)
    }

    @Test("A list of a SKU's orders does not begin again where its key is none", arguments: ["", "O-1", "1/x/NY/", "x/1/NY/"])
    func noKey(text: String) {
        #expect(throws: Refusal.self) { try SKUOrderKey(text: text) }
    }
}
