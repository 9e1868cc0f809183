public import Domain

/// The payload of one type of event.
public protocol EventData: Record {
    static var type: EventType { get }
    /// When it is emitted, in one sentence.
    static var summary: String { get }
}

/// The members that the data of every event have, beside those of its type.
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
