/// A colour of a picture: red, green and blue, each from 0 to 255.
///
///     Color(0xE4572E)        // the same as Color(red: 228, green: 87, blue: 46)
public struct Color: Hashable, Sendable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour written `0xRRGGBB`; higher bits are ignored.
    public init(_ hex: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
            blue: UInt8(truncatingIfNeeded: hex))
    }

    public static let black = Color(0x000000)
    public static let white = Color(0xFFFFFF)

    /// The colour that lies at `share` of the way from this one to `other`: 0 is this one, 1 the other.
    public func mixed(with other: Color, share: Double) -> Color {
        let share = min(max(share, 0), 1)
        func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
            UInt8((Double(from) + (Double(to) - Double(from)) * share).rounded())
        }
        return Color(
            red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
