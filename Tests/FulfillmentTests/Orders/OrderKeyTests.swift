import Domain
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
}
