/// Length, width and height of something with six flat faces, in whole millimetres.
public struct Size: Hashable, Sendable {
    public let lengthMM: Int
    public let widthMM: Int
    public let heightMM: Int

    public init(lengthMM: Int, widthMM: Int, heightMM: Int) {
        self.lengthMM = lengthMM
        self.widthMM = widthMM
        self.heightMM = heightMM
    }

    /// Meaningful only within ``PackingLimits/edgeMM``.
    public var volumeMM3: Int { lengthMM &* widthMM &* heightMM }

    var edgesMM: [Int] { [lengthMM, widthMM, heightMM] }
}

extension Size: CustomStringConvertible {
    public var description: String { "\(lengthMM) × \(widthMM) × \(heightMM) mm" }
}
