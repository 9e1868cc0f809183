/// A text that names one thing of one kind, so that a tote's id cannot be used as a bin's.
public struct Identifier<Kind>: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    /// Two ids are one where their bytes are the same, as they are in the database: for texts alone an `é` of one
    /// character and one of two are equal.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// The order of the database, which is that of the bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// "" stands for none, as in a client where there is one owner.
    public var isEmpty: Bool { text.isEmpty }
}

extension Identifier: CustomStringConvertible {
    public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

public enum WarehouseKind {}
public enum ClientKind {}
public enum SKUKind {}
public enum BoxKind {}
public enum ToteKind {}
public enum BinKind {}
public enum StationKind {}
public enum CartKind {}
public enum OrderIDKind {}
public enum LineKind {}
public enum DriverKind {}
public enum BadgeKind {}
public enum DeviceKind {}
public enum PrinterKind {}
public enum ConsumerKind {}

public typealias WarehouseCode = Identifier<WarehouseKind>
/// "" where there is one owner.
public typealias ClientID = Identifier<ClientKind>
public typealias SKUID = Identifier<SKUKind>
public typealias BoxID = Identifier<BoxKind>
public typealias ToteID = Identifier<ToteKind>
public typealias BinCode = Identifier<BinKind>
public typealias StationCode = Identifier<StationKind>
public typealias CartCode = Identifier<CartKind>
/// The order's id in the words of who sent it; unique for one client.
public typealias OrderID = Identifier<OrderIDKind>
/// A line's id within its order.
public typealias LineID = Identifier<LineKind>
public typealias DriverID = Identifier<DriverKind>
public typealias BadgeID = Identifier<BadgeKind>
public typealias DeviceID = Identifier<DeviceKind>
public typealias PrinterName = Identifier<PrinterKind>
public typealias ConsumerName = Identifier<ConsumerKind>
