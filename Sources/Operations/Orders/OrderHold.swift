import Domain

/// `order.hold`
public struct OrderHold: Operation {
    public var name = OrderName()
    public var reason = ""

    public init() {}

    public static let declaration = Declaration.change(
        "order.hold", [.oms], "The order is not released, and not picked, until it is resumed.",
        refusals: [.unknownOrder, .wrongState])

    public static let fields: [Field<OrderHold>] =
        .members(of: \.name) + [.required("reason", \.reason, .note, "Why.")]

    public typealias Result = OrderProgress
}
