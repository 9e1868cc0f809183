import Domain

/// `order.unrelease`
public struct OrderUnrelease: Operation {
    public var name = OrderName()

    public init() {}

    public static let declaration = Declaration.change(
        "order.unrelease", [], "Gives the reserved stock of an order back; only before its tour has begun.",
        refusals: [.unknownOrder, .wrongState])

    public static let fields: [Field<OrderUnrelease>] = .members(of: \.name)

    public typealias Result = OrderProgress
}
