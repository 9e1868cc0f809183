/// The ways an item may be turned in its box.
///
/// Every member is one of the six turns, named by which of the item's own edges (`l`ength, `w`idth,
/// `h`eight) lies along the box's length, width and height. ``any``, ``upright`` and ``none`` are the
/// usual sets; ``standing(on:)`` makes one per face.
public struct Rotation: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let lwh = Rotation(rawValue: 1)
    public static let wlh = Rotation(rawValue: 2)
    public static let lhw = Rotation(rawValue: 4)
    public static let hlw = Rotation(rawValue: 8)
    public static let whl = Rotation(rawValue: 16)
    public static let hwl = Rotation(rawValue: 32)

    public static let none: Rotation = [.lwh]
    public static let upright: Rotation = [.lwh, .wlh]
    public static let any: Rotation = [.lwh, .wlh, .lhw, .hlw, .whl, .hwl]

    /// A face of the item, named by the edges that bound it.
    public enum Face: String, Sendable, CaseIterable {
        case lengthWidth = "base"
        case lengthHeight = "long_side"
        case widthHeight = "short_side"
    }

    /// The turns in which the item stands on `face`.
    public static func standing(on face: Face) -> Rotation {
        switch face {
        case .lengthWidth: [.lwh, .wlh]
        case .lengthHeight: [.lhw, .hlw]
        case .widthHeight: [.whl, .hwl]
        }
    }

    /// The placed sizes that these turns of `size` give, each once, in a fixed order.
    func placedSizes(of size: Size) -> [Size] {
        let (l, w, h) = (size.lengthMM, size.widthMM, size.heightMM)
        let turns: [(Rotation, Size)] = [
            (.lwh, Size(lengthMM: l, widthMM: w, heightMM: h)),
            (.wlh, Size(lengthMM: w, widthMM: l, heightMM: h)),
            (.lhw, Size(lengthMM: l, widthMM: h, heightMM: w)),
            (.hlw, Size(lengthMM: h, widthMM: l, heightMM: w)),
            (.whl, Size(lengthMM: w, widthMM: h, heightMM: l)),
            (.hwl, Size(lengthMM: h, widthMM: w, heightMM: l)),
        ]
        var sizes: [Size] = []
        for (turn, placed) in turns where contains(turn) && !sizes.contains(placed) { sizes.append(placed) }
        return sizes
    }
}
