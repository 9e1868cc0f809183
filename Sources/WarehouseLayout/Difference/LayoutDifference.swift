/// What a new revision of a layout changes, in the order of the files.
///
/// A bin is changed by what it is and where it lies; that the walk to it becomes longer or shorter is said by
/// ``ways`` and ``stations``.
public struct LayoutDifference: Sendable, Equatable {
    /// The warehouse's id, name, time zone and walking speed, as far as they differ.
    public let head: [NamedChange]
    /// Bins that the old layout does not have.
    public let added: [BinAddress]
    /// Bins that the new layout does not have.
    public let removed: [BinAddress]
    /// Bins that are reached from another point than before.
    public let moved: [Move]
    /// Bins that stay where they are but are no longer what they were.
    public let changed: [Change]
    public let stations: [NamedChange]
    /// Aisles, cross aisles, walkways and closures of them: each changes what tours are the shortest.
    public let ways: [NamedChange]
    public let carts: [NamedChange]

    public struct Move: Sendable, Equatable {
        public let address: BinAddress
        public let from: Point
        public let to: Point
    }

    public struct Change: Sendable, Equatable {
        public let address: BinAddress
        /// What differs, in words: `size [900, 600, 400] → [900, 600, 350]`.
        public let what: [String]
    }

    /// Whether every bin stays where and what it was.
    public var keepsBins: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty && changed.isEmpty }

    public var isEmpty: Bool {
        keepsBins && head.isEmpty && stations.isEmpty && ways.isEmpty && carts.isEmpty
    }
}

extension Layout {
    /// What this layout changes about `old`.
    ///
    /// - Complexity: linear in the bins, stations and ways of both.
    public func difference(from old: Layout) -> LayoutDifference {
        let before = Dictionary(old.bins.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(bins.map(\.address))
        var added: [BinAddress] = []
        var moved: [LayoutDifference.Move] = []
        var changed: [LayoutDifference.Change] = []
        for bin in bins {
            guard let was = before[bin.address] else {
                added.append(bin.address)
                continue
            }
            let (from, to) = (old.point(of: was.place), point(of: bin.place))
            if from != to { moved.append(LayoutDifference.Move(address: bin.address, from: from, to: to)) }
            let what = bin.changes(from: was)
            if from == to, !what.isEmpty {
                changed.append(LayoutDifference.Change(address: bin.address, what: what))
            }
        }
        return LayoutDifference(
            head: headChanges(from: old), added: added,
            removed: old.bins.map(\.address).filter { !after.contains($0) }, moved: moved, changed: changed,
            stations: stationChanges(from: old), ways: wayChanges(from: old), carts: cartChanges(from: old))
    }
}

extension Bin {
    /// What differs from an earlier bin of the same address, its place aside.
    fileprivate func changes(from was: Bin) -> [String] {
        var notes = ChangeNotes()
        notes.compare("size", was.sizeMM, sizeMM) { "\($0)" }
        notes.compare("max_weight", was.maxWeightG, maxWeightG) { $0.map { "\($0)" } ?? "any" }
        notes.compare("role", was.role, role) { $0.rawValue }
        notes.compare("by", was.reach, reach) { $0.rawValue }
        notes.compare("lane", was.traits.lane, traits.lane) { $0?.rawValue ?? "none" }
        notes.compare("temperature", was.temperature, temperature) { $0 ?? "ambient" }
        notes.compare("accepts", was.accepts, accepts) { $0?.joined(separator: " ") ?? "anything" }
        notes.compare("access", was.access, access) { $0 ?? "everybody" }
        notes.compare("area", was.area, area) { $0?.text ?? "none" }
        notes.compare("level", was.level, level) { "\($0)" }
        notes.compare("column", was.column, column) { "\($0)" }
        notes.compare("printed name", was.printedName, printedName) { $0 ?? "none" }
        notes.compare("closed", was.isClosed, isClosed) { "\($0)" }
        return notes.what
    }
}
