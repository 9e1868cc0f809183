/// The resolution of a thermal print head, by its trade name.
///
/// Heads are built in whole dots per millimetre; the inch figures are rounded names.
public enum HeadDPI: Int, CaseIterable, Sendable {
    case d203 = 203
    case d300 = 300
    case d600 = 600

    /// How many dots stand on a millimetre, across and along the paper.
    public var dotsPerMM: Int {
        switch self {
        case .d203: 8
        case .d300: 12
        case .d600: 24
        }
    }

    /// The dot nearest to a length.
    func dots(_ mm: Double) -> Int { Int((mm * Double(dotsPerMM)).rounded()) }

    /// The dots that lie wholly within a length.
    func wholeDots(_ mm: Double) -> Int { Int((mm * Double(dotsPerMM) + 0.001).rounded(.down)) }

    /// The fewest dots that are no shorter than a length.
    func dotsNotBelow(_ mm: Double) -> Int { Int((mm * Double(dotsPerMM) - 0.001).rounded(.up)) }

    func mm(_ dots: Int) -> Double { Double(dots) / Double(dotsPerMM) }
}
