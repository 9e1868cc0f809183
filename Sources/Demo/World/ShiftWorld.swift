import Common
import JSON
import Operations

/// Made-up groceries, boxes and a shift of orders, all from one seed.
enum ShiftWorld {
    static func make(orders count: Int, seed: UInt64) -> World {
        var random = SplitMix64(seed: seed)
        let products = goods(random: &random)
        let orders = (0..<count).map { order(number: $0 + 2, products, random: &random) }
        return World(
            products: [SeedOrder.water, SeedOrder.phone] + products, cartons: cartons, orders: orders)
    }

    private static let cartons = [
        carton("S", [240, 160, 110], tareG: 85, cost: "0.31"),
        carton("M", [330, 240, 180], tareG: 190, cost: "0.52"),
        carton("L", [400, 300, 330], tareG: 380, cost: "0.94"),
        carton("XL", [580, 390, 390], tareG: 690, cost: "1.65"),
    ]

    private static func carton(_ id: String, _ inner: [Int], tareG: Int, cost: String) -> Carton {
        Carton(
            id: id, innerMM: inner,
            details: [
                "outer_mm": .array(inner.map { .int($0 + 8) }), "tare_g": .int(tareG), "max_weight_g": 25_000,
                "cost": .string(cost),
            ])
    }

    private static let families = [
        ("TEA", "tea"), ("COFFEE", "coffee"), ("PASTA", "pasta"), ("RICE", "rice"), ("HONEY", "honey"),
        ("OIL", "olive oil"), ("SOAP", "soap"), ("RAZOR", "razors"), ("SOCKS", "socks"), ("TOWEL", "towels"),
        ("BATTERY", "batteries"), ("LAMP", "lamps"), ("CABLE", "cables"), ("BOOK", "books"), ("TOY", "toys"),
        ("CANDLE", "candles"), ("CEREAL", "cereal"), ("NUTS", "nuts"), ("SPICE", "spices"), ("PEN", "pens"),
    ]
    private static let variants = ["A", "B", "C", "D", "E", "F"]

    private static func goods(random: inout SplitMix64) -> [Product] {
        var goods: [Product] = []
        for (id, name) in families {
            let side = Int.random(in: 45...150, using: &random)
            for variant in variants {
                let sizeMM = (0..<3).map { _ in side * Int.random(in: 60...140, using: &random) / 100 }
                let gramsPerLitre = Int.random(in: 250...1_100, using: &random)
                goods.append(
                    Product(
                        sku: "\(id)-\(variant)", name: "\(name.capitalized), \(variant)",
                        barcode: Product.barcode(number: goods.count + 10), sizeMM: sizeMM,
                        weightG: max(20, sizeMM.reduce(1, *) * gramsPerLitre / 1_000_000)))
            }
        }
        return goods
    }

    /// One to five lines; a few goods are asked for much more often than the rest.
    private static func order(number: Int, _ products: [Product], random: inout SplitMix64) -> DemoOrder {
        var skus: [String] = []
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let rank = Double.random(in: 0..<1, using: &random)
            let sku = products[Int(rank * rank * Double(products.count))].sku
            if !skus.contains(sku) { skus.append(sku) }
        }
        let lines = skus.map { sku in
            let quantity = Int.random(in: 1...3, using: &random)
            return (sku: sku, quantity: quantity, capacity: quantity)
        }
        let (name, street) = (names[number % names.count], streets[number / names.count % streets.count])
        return DemoOrder(
            id: "ORD-2026-05-06-\(number.zeroPadded(to: 3))", lines: lines,
            sla: ["SAME_DAY", "NEXT_DAY", "STANDARD"][Int.random(in: 0..<3, using: &random)],
            driver: "D\(Int.random(in: 1...3, using: &random))",
            shipTo: Address(inNewYork: name, lines: ["\(number) \(street)"]))
    }

    private static let names = [
        "Sam Lee", "Kim Novak", "Ana Souza", "Ben Carter", "Ida Berg", "Omar Haddad", "Yuki Sato",
    ]
    private static let streets = ["Hudson St", "Mercer St", "Canal St", "Bleecker St", "Spring St"]
}
