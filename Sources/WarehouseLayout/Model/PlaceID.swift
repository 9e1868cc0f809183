/// A walkable point from which bins, stations or spots are reached.
///
/// Bins of one column, and columns that face each other, share a place. Places are numbered from 0 without
/// gaps, so that a table by place is an array.
public struct PlaceID: Hashable, Comparable, Sendable {
    public let index: Int

    public init(index: Int) { self.index = index }

    public static func < (left: PlaceID, right: PlaceID) -> Bool { left.index < right.index }
}
