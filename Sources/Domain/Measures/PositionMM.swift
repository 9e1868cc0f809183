/// A place in a box in whole millimetres: across from the left wall, deep from the back wall, up from the floor.
public struct PositionMM: Hashable, Sendable {
    public let across: Int
    public let deep: Int
    public let up: Int

    public init(across: Int, deep: Int, up: Int) {
        self.across = across
        self.deep = deep
        self.up = up
    }

    public var coordinates: [Int] { [across, deep, up] }
}
