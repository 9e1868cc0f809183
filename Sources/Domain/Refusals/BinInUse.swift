/// A bin that a layout may not change, because something lies in it or somebody is on the way to it.
public struct BinInUse: Sendable, Equatable {
    public enum Use: Sendable, Equatable {
        case stock
        case task(TaskRow)
        case tour(TourRow)
    }

    public let bin: BinCode
    /// Whether the layout has it no longer; else it stands elsewhere or is otherwise different.
    public let isDropped: Bool
    public let use: Use

    public init(_ bin: BinCode, isDropped: Bool, _ use: Use) {
        (self.bin, self.isDropped, self.use) = (bin, isDropped, use)
    }
}
