public import Domain

/// `order.explain`
public struct OrderExplain: Operation {
    public var name = OrderName()

    public init() {}

    public static let declaration = Declaration.read(
        "order.explain", Role.allCases,
        "Why an order stands where it stands, and what moves it on, in sentences.", refusals: [.unknownOrder])

    public static let fields: [Field<OrderExplain>] = .members(of: \.name)

    public struct Result: Record {
        public var order = OrderID("")
        public var client = ClientID("")
        public var stage = OrderStage.accepted
        public var why: [String] = []
        public var printers: [PrinterName] = []

        public init() {}

        public static let fields: [Field<Result>] = [
            .required("order_id", \.order, .orderID, "The order."),
            .client(\.client),
            .required("stage", \.stage, .word(), "How far it is."),
            .rows("why", \.why, of: .sentence, "Sentences."),
            .list(
                "printers", \.printers, of: .id(), max: RecordLimits.rowsMax,
                "The printers that its labels wait for."),
        ]
    }
}
