public import Domain

/// What one type of event tells.
public protocol EventData: Record {
    static var type: EventType { get }
    /// When it is told, in one sentence.
    static var summary: String { get }
}

/// What stands in the data of every event, beside what its type tells.
public struct EventOrigin: Record {
    public var warehouse = WarehouseCode("")
    /// "" where there is one owner.
    public var client = ClientID("")
    public var by: BadgeID?
    public var device: DeviceID?

    public init() {}

    public init(warehouse: WarehouseCode, client: ClientID, by: BadgeID?, device: DeviceID?) {
        self.warehouse = warehouse
        self.client = client
        self.by = by
        self.device = device
    }

    public static let fields: [Field<EventOrigin>] = [
        .required("warehouse", \.warehouse, .warehouse, "Where."),
        .client(\.client),
        .optional("by", \.by, .id(), "The badge of who was at work."),
        .optional("device", \.device, .id(), "The device that was worked with."),
    ]
}
