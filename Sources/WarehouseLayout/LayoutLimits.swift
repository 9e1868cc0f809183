/// What a layout may hold. A file beyond them is refused rather than left to exhaust the machine.
enum LayoutLimits {
    /// A hand-written file of the largest buildings is a tenth of this.
    static let fileBytesMax = 512 * 1024
    /// Scalars, lists and mappings after aliases are followed: what 512 KiB can hold without them.
    static let nodesMax = 300_000
    /// Faults listed at once; a reader fixes the first page first.
    static let faultsMax = 1_000
    /// Millimetres from the origin: 10 km keeps every product of two lengths far inside 64 bits.
    static let coordinateMM = 10_000_000
    /// Ids in one range, shelves in one run, columns or levels of one shelf.
    static let rangeMax = 10_000
    static let columnsMax = 99
    static let levelsMax = 99
    /// The largest buildings have some 100,000 bins.
    static let binsMax = 500_000
    /// Crossings and ends of walkways; their distances form a table of this number squared, 36 MB.
    static let junctionsMax = 3_000
    static let crossAislesMax = 500
    static let walkwaysMax = 1_000
    /// Each is compared with every walkable line to find the nearest.
    static let spotsMax = 20_000
    static let stationsMax = 2_000
    /// Grams: 100 t.
    static let weightG = 100_000_000
    /// Millimetres of one bin's or tote's edge.
    static let edgeMM = 100_000
    /// Millimetres a second: 10 m/s is faster than any lorry in a hall.
    static let speedMMPerS = 10_000
    static let secondsMS = 3_600_000
    /// Digits after which a shelf number stops being one.
    static let shelfNumberMax = 99_999
}
