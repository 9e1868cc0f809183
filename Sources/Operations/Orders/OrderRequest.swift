public import Domain
public import JSON
import LineProtocol

/// An order as the allocation engine sends it.
public struct OrderRequest: Record {
    public var order = OrderID("")
    public var items: [OrderItem] = []
    public var totalCapacity: Int?
    public var shipTo = Address()
    public var sla = ""
    public var plan = FulfilmentPlan()
    public var priority: Int?
    public var notBefore: Instant?
    public var onShort = ShortPolicy.wait
    public var ship: ShippingService?
    public var notes: String?
    public var isGift = false
    public var documents: [String] = []
    public var ext: JSONObject?
    public var client = ClientID("")

    public init() {}

    public static let fields: [Field<OrderRequest>] = [
        .required("order_id", \.order, .orderID, "The order's id."),
        .required(
            "items", \.items, .list(of: .record(), max: Limits.orderLinesMax), "The lines, at least one."),
        .optional("total_capacity", \.totalCapacity, .count, "Must be the sum of the lines' capacities."),
        .required("ship_to", \.shipTo, .record(), "Where the parcels go."),
        .required("delivery_sla", \.sla, .anyID, "The promise, such as SAME_DAY."),
        .required("plan", \.plan, .record(), "How it is to be fulfilled."),
        .optional("priority", \.priority, .whole(0...100), "Higher goes first; by the SLA where left out."),
        .optional("not_before", \.notBefore, .time, "No work before this moment."),
        .defaulted(
            "on_short", \.onShort, .word(), absent: .wait,
            "When pieces are lost: wait for others, ship without, or cancel the order; a picker's word is no loss yet."
        ),
        .optional("ship", \.ship, .record(), "The carrier."),
        .optional("notes", \.notes, .note, "For the packer."),
        .flag("gift", \.isGift, "No prices in the parcel; shown to the packer."),
        .list("documents", \.documents, of: .note, max: 20, "What the packer lays in."),
        .optional("ext", \.ext, .untouched, "The caller's own, given back by order.get."),
        .client(\.client),
    ]
}

/// One line as it is asked for.
public struct OrderItem: Record {
    public var sku = SKUID("")
    /// In units.
    public var quantity = 1
    public var capacity: Int?
    public var line: LineID?
    public var unit = UnitName.each
    public var lot: String?
    public var minLifeDays: Int?
    public var ext: JSONObject?

    public init() {}

    public static let fields: [Field<OrderItem>] = [
        .required("sku", \.sku, .sku, "The SKU."),
        .required("qty", \.quantity, .quantity, "So many units."),
        .optional("capacity", \.capacity, .count, "Capacity that the line uses in the vehicle."),
        .optional("line", \.line, .id(), "The line's own id; its number from 1 where left out."),
        .defaulted(
            "unit", \.unit, .word(), absent: .each,
            "What is counted; pieces where left out, else a unit of the SKU."),
        .optional("lot", \.lot, .anyID, "Only this lot."),
        .optional("min_life_days", \.minLifeDays, .whole(0...100_000),
            "The least remaining shelf life, from the day of `estimated_delivery`; from today where it is left out."),
        .optional("ext", \.ext, .untouched, "The caller's own, given back by order.get."),
    ]
}

/// Where parcels go.
public struct Address: Record {
    public var name = ""
    public var lines: [String] = []
    public var city = ""
    public var state: String?
    public var postcode: String?
    public var country = ""
    public var latitude: Double?
    public var longitude: Double?
    public var phone: String?

    public init() {}

    public static let fields: [Field<Address>] = [
        .required("name", \.name, .note, "Who receives it."),
        .list("lines", \.lines, of: .note, max: 6, "Street and the like."),
        .required("city", \.city, .note, "The city."),
        .optional("state", \.state, .note, "The state or region."),
        .optional("postcode", \.postcode, .anyID, "The postcode, where the country has one."),
        .required("country", \.country, .anyID, "ISO 3166 alpha-2."),
        .optional("lat", \.latitude, .decimal(-90...90), "Latitude."),
        .optional("lng", \.longitude, .decimal(-180...180), "Longitude."),
        .optional("phone", \.phone, .note, "For the driver."),
    ]
}

/// Where an order is picked and who fetches it.
public struct FulfilmentPlan: Record {
    public var warehouse = WarehouseCode("")
    public var driver: DriverID?
    public var pickupAt: Instant?
    public var deliveryAt: Instant?

    public init() {}

    public static let fields: [Field<FulfilmentPlan>] = [
        .required("warehouse", \.warehouse, .warehouse, "Where it is picked."),
        .optional("driver", \.driver, .id(), "Who fetches it; any driver may where left out."),
        .optional("estimated_pickup", \.pickupAt, .time, "When."),
        .optional("estimated_delivery", \.deliveryAt, .time, "When it arrives."),
    ]
}

/// Who carries the parcels on.
public struct ShippingService: Record {
    public var carrier: String?
    public var service: String?

    public init() {}

    public static let fields: [Field<ShippingService>] = [
        .optional("carrier", \.carrier, .anyID, "The carrier."),
        .optional("service", \.service, .anyID, "Its service."),
    ]
}
