/// A name that people read, write and scan: text that keeps its spelling.
public protocol TextIdentifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    var text: String { get }
    init(_ text: String)
}

extension TextIdentifier {
    public var description: String { text }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The warehouse that orders and events name: `WH-NY`.
public struct WarehouseID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A bin's address, `AISLE-SHELF-BIN` as in `B-3-12`, or the id of a spot as in `FLOOR-01`.
public struct BinAddress: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A station's id: `PACK-1`.
public struct StationID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// An aisle's id: `B`, `07`, `AA`.
public struct AisleID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// An area's id: `MEZZ`.
public struct AreaID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}

/// A kind of cart: `SHOP`.
public struct CartID: TextIdentifier {
    public let text: String
    public init(_ text: String) { self.text = text }
}
