/// A warehouse and the revision of its layout that is in force.
public struct Warehouse: Sendable, Equatable {
    public let code: WarehouseCode
    public let name: String
    /// Counted from 1.
    public let revision: Int
    public let loadedAt: Instant

    public init(code: WarehouseCode, name: String, revision: Int, loadedAt: Instant) {
        self.code = code
        self.name = name
        self.revision = revision
        self.loadedAt = loadedAt
    }
}
