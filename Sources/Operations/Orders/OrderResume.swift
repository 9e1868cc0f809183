import Domain

/// `order.resume`
public struct OrderResume: Operation {
    public var name = OrderName()

    public init() {}

    public static let declaration = Declaration.change(
        "order.resume", [.oms], "Ends an order's hold.", refusals: [.unknownOrder, .wrongState])

    public static let fields: [Field<OrderResume>] = .members(of: \.name)

    public typealias Result = OrderProgress
}
