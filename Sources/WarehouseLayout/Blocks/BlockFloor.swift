/// The rectangular form of a floor: parallel aisles between shared cross aisles.
///
/// Coordinates are those of the area in which the aisles lie. Walking on this form is as long, to the
/// millimetre, as along the layout's graph. How large a floor is planned exactly is for the planner to say.
public struct BlockFloor: Sendable {
    /// The x of every aisle, ascending.
    public let aisleXMM: [Int]
    /// The y of every cross aisle, ascending, 2 or more.
    public let crossAisleYMM: [Int]
    /// `[aisle][block]`: whether the piece of an aisle between two cross aisles can be entered at all.
    public let isSubAisleOpen: [[Bool]]
    /// `[aisle][block]`: a bar across the piece, a dead end or a pillar. Places below it are reached from the
    /// lower end only, places above it from the upper end only; none lies on it.
    public let barrierYMM: [[Int?]]
    /// `[cross aisle][gap]`: whether one can walk along a cross aisle from aisle `gap` to aisle `gap + 1`.
    public let isCrossingOpen: [[Bool]]
    /// By place: where it lies; nil for one of closed bins that nobody can reach.
    public let positions: [Position?]

    /// A place on the floor.
    public struct Position: Sendable, Hashable {
        public enum Line: Sendable, Hashable {
            /// In an aisle, strictly between two cross aisles.
            case aisle(Int, yMM: Int)
            /// On a cross aisle; where x is an aisle's, it is their crossing. x may lie beyond the first or the
            /// last aisle: the cross aisle then goes on there and ends.
            case crossAisle(Int, xMM: Int)
        }

        public let line: Line
        /// The straight walk from the line to the place, the same both ways.
        public let spurMM: Int

        public init(line: Line, spurMM: Int = 0) {
            self.line = line
            self.spurMM = spurMM
        }
    }

    public init(
        aisleXMM: [Int], crossAisleYMM: [Int], isSubAisleOpen: [[Bool]], barrierYMM: [[Int?]],
        isCrossingOpen: [[Bool]], positions: [Position?]
    ) {
        self.aisleXMM = aisleXMM
        self.crossAisleYMM = crossAisleYMM
        self.isSubAisleOpen = isSubAisleOpen
        self.barrierYMM = barrierYMM
        self.isCrossingOpen = isCrossingOpen
        self.positions = positions
    }
}
