import Foundation
import JSON
import Operations

/// Orders and boxes from files in the formats of `wms plan boxes`.
struct RealOrders {
    let world: World

    /// The members of an item that become its SKU's packing rules.
    private static let packingNames = [
        "rotation", "fragile", "stackable", "own_box", "group", "never_with", "with_group", "max_top_load_g",
        "max_stack", "floor_only", "padding_mm", "nest_mm",
    ]

    init(ordersFile: String, boxesFile: String) throws(DemoFault) {
        let cartons = try Self.cartons(in: boxesFile)
        var products: [Product] = []
        var seenSKUs: Set<String> = []
        var orders: [DemoOrder] = []
        for (line, text) in try Self.read(ordersFile).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        where !text.isEmpty {
            let place = "\(ordersFile):\(line + 1)"
            let value = try Self.parse(String(text), place)
            guard let id = value["id"]?.string, let items = value["items"]?.array, !items.isEmpty else {
                throw .file(place, why: "an order has an id and items")
            }
            for item in items where seenSKUs.insert(try Self.sku(of: item, place)).inserted {
                products.append(try Self.product(item, number: products.count, place))
            }
            orders.append(try Self.order(id, items, number: orders.count, place))
        }
        guard !orders.isEmpty else { throw .file(ordersFile, why: "holds no order") }
        world = World(products: products, cartons: cartons, orders: orders)
    }

    private static func cartons(in file: String) throws(DemoFault) -> [Carton] {
        let value = try parse(try read(file), file)
        var cartons: [Carton] = []
        for box in value["boxes"]?.array ?? [] {
            guard let id = box["id"]?.string, let inner = sizeMM(box["inner_mm"]) else {
                throw .file(file, why: "a box has an id and inner_mm, three lengths")
            }
            var details: JSONObject = [:]
            for name in ["outer_mm", "tare_g", "max_weight_g", "supply", "kind", "clearance_mm", "max_items"]
            {
                details[name] = box[name]
            }
            if let cost = box["cost"]?.double { details["cost"] = .string(String(format: "%.2f", cost)) }
            cartons.append(Carton(id: id, innerMM: inner, details: details))
        }
        guard !cartons.isEmpty else { throw .file(file, why: "holds no boxes") }
        return cartons
    }

    private static func product(_ item: JSONValue, number: Int, _ place: String) throws(DemoFault) -> Product
    {
        guard let size = sizeMM(item["size_mm"]), let weight = item["weight_g"]?.int else {
            throw .file(place, why: "an item has sku, qty, size_mm and weight_g")
        }
        var packing: JSONObject = [:]
        for name in packingNames { packing[name] = item[name] }
        let sku = try sku(of: item, place)
        return Product(
            sku: sku, name: sku, barcode: Product.barcode(number: number + 1), sizeMM: size, weightG: weight,
            details: packing.isEmpty ? [:] : ["packing": .object(packing)])
    }

    private static func order(
        _ id: String, _ items: [JSONValue], number: Int, _ place: String
    ) throws(DemoFault) -> DemoOrder {
        var lines: [(sku: String, quantity: Int, capacity: Int)] = []
        for item in items {
            guard let quantity = item["qty"]?.int, quantity > 0 else {
                throw .file(place, why: "an item has a qty")
            }
            lines.append((try sku(of: item, place), quantity, quantity))
        }
        return DemoOrder(
            id: id, lines: lines, sla: "STANDARD", driver: "D\(number % 4 + 1)",
            shipTo: Address(inNewYork: "Customer \(number + 1)", lines: ["1 Main Street"], state: nil))
    }

    private static func sku(of item: JSONValue, _ place: String) throws(DemoFault) -> String {
        guard let sku = item["sku"]?.string else { throw .file(place, why: "an item has a sku") }
        return sku
    }

    private static func sizeMM(_ value: JSONValue?) -> [Int]? {
        let lengths = value?.array?.compactMap(\.int) ?? []
        return lengths.count == 3 ? lengths : nil
    }

    private static func read(_ file: String) throws(DemoFault) -> String {
        do { return try String(contentsOfFile: file, encoding: .utf8) } catch {
            throw .file(file, why: "cannot be read as UTF-8 text")
        }
    }

    private static func parse(_ text: String, _ place: String) throws(DemoFault) -> JSONValue {
        do throws(JSONFault) { return try JSONValue(parsing: text) } catch {
            throw .file(place, why: "\(error)")
        }
    }
}
