/// A point of the building: millimetres from its origin, and the storey.
public struct Point: Hashable, Sendable {
    public let xMM: Int
    public let yMM: Int
    /// 0 is the ground floor.
    public let floor: Int

    public init(xMM: Int, yMM: Int, floor: Int = 0) {
        self.xMM = xMM
        self.yMM = yMM
        self.floor = floor
    }

    /// The straight distance across the floor to `other`, storeys ignored, rounded half up to a millimetre.
    public func straightMM(to other: Point) -> Int { roundedRoot(squaredMM(to: other)) }

    func squaredMM(to other: Point) -> Int {
        let x = other.xMM - xMM
        let y = other.yMM - yMM
        return x * x + y * y
    }
}

/// The square root of `square` rounded half up, exact for every whole number that a floor can hold.
func roundedRoot(_ square: Int) -> Int {
    var root = Int(Double(square).squareRoot())
    while root * root > square { root -= 1 }
    while (root + 1) * (root + 1) <= square { root += 1 }
    return square > root * (root + 1) ? root + 1 : root
}

/// `numerator / denominator` rounded half up, also below zero.
///
/// - Precondition: `denominator > 0`.
func dividedHalfUp(_ numerator: Int, _ denominator: Int) -> Int {
    let doubled = 2 * numerator + denominator
    let quotient = doubled / (2 * denominator)
    return doubled < 0 && doubled % (2 * denominator) != 0 ? quotient - 1 : quotient
}
