public import Domain
public import LineProtocol

/// A row of an import is the params of the operation that books one such thing alone.
extension ImportedThing {
    public var operation: any Operation.Type {
        switch self {
        case .sku: SKUUpsert.self
        case .box: BoxUpsert.self
        case .tote: ToteUpsert.self
        case .stock: StockReceive.self
        }
    }

    /// The members of a row.
    public var params: [Param] { operation.params }

    /// Whether the whole import may say `name` for all its rows: `warehouse` or `client`.
    public func isShared(_ name: String) -> Bool {
        ["warehouse", "client"].contains(name) && params.contains { $0.name == name }
    }
}
