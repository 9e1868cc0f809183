/// One compartment of a shelf, or a spot on the floor.
public struct Bin: Sendable, Equatable {
    /// `AISLE-SHELF-BIN`, or the spot's id.
    public let address: BinAddress
    /// What the layout's `bin_name` prints on the beam; nil where it has none, and for spots.
    public let printedName: String?
    /// Where a picker stands to reach it.
    public let place: PlaceID
    /// nil for a spot.
    public let aisle: AisleID?
    /// 0 for a spot.
    public let shelf: Int
    /// The last part of the address; 0 for a spot.
    public let number: Int
    /// From 1, the lowest, up.
    public let level: Int
    /// From 1 by growing y.
    public let column: Int
    /// What holds for the bin: its size, what it bears, what it is for.
    public let traits: BinTraits
    public let area: AreaID?
    /// A closed bin keeps its address and its stock, but nobody is sent there.
    public let isClosed: Bool

    /// Along the aisle, deep, high.
    public var sizeMM: [Int] { traits.sizeMM ?? [] }
    /// What it bears, in grams; nil where the layout does not say.
    public var maxWeightG: Int? { traits.maxWeightG }
    public var role: BinRole { traits.role ?? .pick }
    public var reach: BinReach { traits.reach ?? .hand }
    /// `chilled`, `frozen`, or nil for ambient.
    public var temperature: String? { traits.temperature }
    /// The hazard classes that may lie here; nil where the layout does not say.
    public var accepts: [String]? { traits.accepts }
    /// The badge right that one needs to enter.
    public var access: String? { traits.access }
}

/// What a bin is for.
public enum BinRole: String, CaseIterable, Sendable {
    case pick, reserve, receive, returns, quarantine, damaged, crossdock
}

/// What a bin is reached with.
public enum BinReach: String, CaseIterable, Sendable {
    case hand, ladder, truck
}

/// How the goods of one bin lie behind each other.
public enum BinLane: String, CaseIterable, Sendable {
    case fifo, lifo
}

/// What a bin type, an area, an aisle, a run or a level says of its bins; nil where it says nothing.
public struct BinTraits: Sendable, Equatable {
    public var sizeMM: [Int]?
    public var maxWeightG: Int?
    public var lane: BinLane?
    public var role: BinRole?
    public var reach: BinReach?
    public var temperature: String?
    public var accepts: [String]?
    public var access: String?

    public init() {}

    /// These traits, and those of `outer` where these say nothing: the nearest wins.
    func over(_ outer: BinTraits) -> BinTraits {
        var result = self
        result.sizeMM = sizeMM ?? outer.sizeMM
        result.maxWeightG = maxWeightG ?? outer.maxWeightG
        result.lane = lane ?? outer.lane
        result.role = role ?? outer.role
        result.reach = reach ?? outer.reach
        result.temperature = temperature ?? outer.temperature
        result.accepts = accepts ?? outer.accepts
        result.access = access ?? outer.access
        return result
    }
}
