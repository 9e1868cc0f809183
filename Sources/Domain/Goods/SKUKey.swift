/// What names one SKU among those of all clients.
public struct SKUKey: Hashable, Sendable {
    public let client: ClientID
    public let id: SKUID

    public init(_ client: ClientID, _ id: SKUID) {
        self.client = client
        self.id = id
    }

    /// Before every SKU: no id is empty.
    public static let first = SKUKey("", "")
}
