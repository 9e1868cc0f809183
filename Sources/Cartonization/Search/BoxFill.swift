/// A piece in a box under search.
struct PlacedPiece {
    var kind: Int32
    /// How many pieces stand under it in the highest stack, itself included.
    var depth: Int32
    /// The most pieces that any stack through it may have.
    var stackLimit: Int32
    var isNested: Bool
    /// Whether another one is nested on it.
    var carriesNested = false
    /// The region of the box that it fills; of a nested piece only what it adds in height.
    var place: Cuboid
    /// The next piece on the same list of ``TopIndex``; negative at its end.
    var nextOnList: Int32 = -1
}

/// One box under search: the pieces placed and the empty space left, kept as all maximal empty cuboids.
///
/// The memory belongs to a ``FillPool``; a copy of this value is another name for the same box.
struct BoxFill {
    let tables: Unmanaged<PackingTables>
    var box = 0
    var usedVolume: Int64 = 0
    var weightG = 0
    var groups: UInt64 = 0
    var nevers: UInt64 = 0

    var spaces: UnsafeMutablePointer<Cuboid>
    var spaceCount = 0
    var spaceCapacity: Int
    var placed: UnsafeMutablePointer<PlacedPiece>
    var placedCount = 0
    var placedCapacity: Int
    let tops: TopIndex
    /// Of use only where the weight on pieces is limited.
    let loads: Unmanaged<LoadPaths>
    /// What cutting spaces has cost, in places tried; set to 0 when it is added to the work.
    var cutWork = 0
    /// The least edges of what is still to be placed, along each axis: smaller spaces are of no use.
    var leastEdge = Lengths(1, 1, 1)
    /// Whether the effort is spent, so that each piece may cost but little.
    private(set) var isHurried = false
    /// Room for the spaces that one piece touches or cuts.
    var aside: UnsafeMutablePointer<Cuboid>
    var asideCapacity: Int

    init(tables: PackingTables) {
        self.tables = .passUnretained(tables)
        spaceCapacity = 64
        asideCapacity = 64
        placedCapacity = 32
        spaces = .allocate(capacity: spaceCapacity)
        aside = .allocate(capacity: asideCapacity)
        placed = .allocate(capacity: placedCapacity)
        tops = TopIndex()
        loads = .passRetained(LoadPaths())
    }

    func deallocate() {
        spaces.deallocate()
        aside.deallocate()
        placed.deallocate()
        tops.deallocate()
        loads.release()
    }

    @inline(__always)
    var facts: PackingTables { tables._withUnsafeGuaranteedRef { $0 } }

    @inline(__always)
    var paths: LoadPaths { loads._withUnsafeGuaranteedRef { $0 } }

    /// Empties the box and makes it one of type `box`.
    mutating func open(_ box: Int) {
        assert(0..<facts.boxCount ~= box, "no box type \(box)")
        self.box = box
        usedVolume = 0
        weightG = 0
        groups = 0
        nevers = 0
        tops.removeAll(placed, count: placedCount)
        placedCount = 0
        let inside = facts.boxes[box]
        spaces[0] = Cuboid(low: Lengths(0, 0, 0), high: Lengths(inside.l, inside.w, inside.h))
        spaceCount = 1
        leastEdge = Lengths(1, 1, 1)
        isHurried = false
        if facts.limitsWeight { paths.removeAll() }
    }

    /// Makes this box the same as `other`.
    mutating func copy(_ other: BoxFill) {
        reserve(spaces: other.spaceCount)
        reserve(placed: other.placedCount)
        tops.removeAll(placed, count: placedCount)
        box = other.box
        usedVolume = other.usedVolume
        weightG = other.weightG
        groups = other.groups
        nevers = other.nevers
        leastEdge = other.leastEdge
        isHurried = other.isHurried
        if facts.limitsWeight { paths.copy(other.paths) }
        spaceCount = other.spaceCount
        placedCount = other.placedCount
        spaces.update(from: other.spaces, count: spaceCount)
        placed.update(from: other.placed, count: placedCount)
        for index in 0..<placedCount { tops.append(index, placed) }
    }

    /// Whether weight, number and company allow one more piece of `kind`; whether there is a place is another question.
    @inline(__always)
    func admits(_ kind: Int) -> Bool {
        assert(0..<facts.kindCount ~= kind, "no kind \(kind)")
        let piece = facts.kinds + kind
        let inside = facts.boxes + box
        return weightG &+ piece.pointee.weightG <= inside.pointee.payloadG
            && placedCount < inside.pointee.itemsMax
            && (piece.pointee.nestMM > 0 || usedVolume &+ piece.pointee.volume <= inside.pointee.volume)
            && piece.pointee.groupBit & nevers == 0 && piece.pointee.neverBits & groups == 0
    }

    /// From here on each piece costs but little: few spaces are kept and tried.
    mutating func hurry() {
        isHurried = true
        forgetSmallest()
    }

    mutating func reserve(placed count: Int) {
        guard count > placedCapacity else { return }
        let capacity = max(count, 2 * placedCapacity)
        let grown = UnsafeMutablePointer<PlacedPiece>.allocate(capacity: capacity)
        grown.update(from: placed, count: placedCount)
        placed.deallocate()
        (placed, placedCapacity) = (grown, capacity)
    }

    mutating func reserve(spaces count: Int) {
        guard count > spaceCapacity else { return }
        let capacity = max(count, 2 * spaceCapacity)
        let grown = UnsafeMutablePointer<Cuboid>.allocate(capacity: capacity)
        grown.update(from: spaces, count: spaceCount)
        spaces.deallocate()
        (spaces, spaceCapacity) = (grown, capacity)
    }

    /// Makes room aside for as many spaces as there are; what is there is lost.
    mutating func reserveAside() {
        guard spaceCount > asideCapacity else { return }
        asideCapacity = spaceCapacity
        aside.deallocate()
        aside = .allocate(capacity: asideCapacity)
    }
}
