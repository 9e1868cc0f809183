/// Length, width and height in whole millimetres.
public struct SizeMM: Hashable, Sendable {
    public let length: Int
    public let width: Int
    public let height: Int

    public init(length: Int, width: Int, height: Int) {
        self.length = length
        self.width = width
        self.height = height
    }

    public var sides: [Int] { [length, width, height] }

    /// The room inside in millilitres, at least one.
    public var volumeML: Int { max(1, length * width * height / 1_000) }
}
