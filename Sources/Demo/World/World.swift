import Domain
import Operations

/// What a demonstration works with: goods, boxes and the orders for them.
struct World {
    var products: [Product]
    var cartons: [Carton]
    var orders: [DemoOrder]

    /// Pieces of each SKU in all orders together.
    var demand: [String: Int] {
        var demand: [String: Int] = [:]
        for line in orders.flatMap(\.lines) { demand[line.sku, default: 0] += line.quantity }
        return demand
    }

    /// The volume of all ordered pieces.
    var orderedMM3: Int {
        let volumes = Dictionary(
            products.map { ($0.sku, $0.volumeMM3) }, uniquingKeysWith: { first, _ in first })
        return orders.flatMap(\.lines).reduce(0) { $0 + $1.quantity * (volumes[$1.sku] ?? 0) }
    }
}

/// An order before it is sent.
struct DemoOrder {
    let id: String
    let lines: [(sku: String, quantity: Int, capacity: Int)]
    let sla: String
    let driver: String
    let shipTo: Address

    /// How it is allocated to a warehouse.
    func request(warehouse: WarehouseCode) -> OrderAllocate {
        var request = OrderAllocate()
        request.order.order = OrderID(id)
        request.order.items = lines.map { line in
            var item = OrderItem()
            item.sku = SKUID(line.sku)
            item.quantity = line.quantity
            item.capacity = line.capacity
            return item
        }
        request.order.totalCapacity = lines.reduce(0) { $0 + $1.capacity }
        request.order.shipTo = shipTo
        request.order.sla = sla
        request.order.plan.warehouse = warehouse
        request.order.plan.driver = DriverID(driver)
        request.order.plan.pickupAt = Instant("2026-05-06T14:00:00Z")
        request.order.plan.deliveryAt = Instant("2026-05-06T15:30:00Z")
        return request
    }
}

extension Address {
    /// An address in New York, where all customers of a demonstration live.
    init(inNewYork name: String, lines: [String], state: String? = "NY") {
        self.init()
        self.name = name
        self.lines = lines
        city = "New York"
        self.state = state
        postcode = "10001"
        country = "US"
    }
}
