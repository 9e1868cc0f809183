import JSON
import Operations

/// The order of the protocol's own example: two large water bottles and a phone.
enum SeedOrder {
    static let water = Product(
        sku: "WATER-5L", name: "Spring water 5 L", barcode: Product.barcode(number: 1),
        sizeMM: [180, 180, 320],
        weightG: 5_150, details: ["packing": ["rotation": "upright"], "track": ["expiry"]])
    static let phone = Product(
        sku: "PHONE-X", name: "Phone X 256 GB", barcode: Product.barcode(number: 2), sizeMM: [170, 90, 50],
        weightG: 420, details: ["packing": ["fragile": true]])

    /// Where they lie.
    static let bins = [(sku: water.sku, bin: "B-3-12"), (sku: phone.sku, bin: "D-1-05")]

    static let order = DemoOrder(
        id: "ORD-2026-05-06-001",
        lines: [(sku: water.sku, quantity: 2, capacity: 4), (sku: phone.sku, quantity: 1, capacity: 1)],
        sla: "SAME_DAY", driver: "D1", shipTo: address)

    private static var address: Address {
        var address = Address(inNewYork: "Alex Rivera", lines: ["350 W 31st St", "Apt 12"])
        address.latitude = 40.75
        address.longitude = -73.99
        return address
    }
}
