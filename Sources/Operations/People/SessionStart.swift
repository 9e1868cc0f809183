public import Domain

/// `session.start`
public struct SessionStart: Operation {
    public var badge = BadgeID("")
    public var device = DeviceID("")
    public var station: StationCode?
    public var cart: CartCode?
    public var warehouse: WarehouseCode?

    public init() {}

    public static let declaration = Declaration.change(
        "session.start", [.picker, .packer, .driver],
        "A badge begins to work on a device. With the same cart or at the same station it goes on in its open session, and "
            + "takes it over from another device.",
        rules: [.exactlyOne(["cart", "station"])],
        refusals: [.unknownStation, .unknownWarehouse, .notConfigured])

    public static let fields: [Field<SessionStart>] = [
        .required("badge", \.badge, .id(), "Who."),
        .required("device", \.device, .id(), "On which device."),
        .optional("station", \.station, .id(), "At this station, to pack."),
        .optional("cart", \.cart, .id(), "With this cart, to walk."),
        .warehouse(\.warehouse),
    ]

    public struct Result: Record {
        public var session = SessionRow(0)
        public init() {}
        public static let fields: [Field<Result>] = [
            .required("session", \.session, .session, "The session, to be named in all that is scanned.")
        ]
    }
}
