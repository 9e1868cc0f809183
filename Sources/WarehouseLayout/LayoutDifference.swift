/// What a new revision of a layout does to the bins of the old one, in the order of their files.
public struct LayoutDifference: Sendable, Equatable {
    /// Bins that the old layout does not have.
    public let added: [BinAddress]
    /// Bins that the new layout does not have.
    public let removed: [BinAddress]
    /// Bins that are reached from another point than before.
    public let moved: [Move]
    /// Bins that stay where they are but are no longer what they were.
    public let changed: [Change]

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

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty && changed.isEmpty }

    /// The bins on which nothing may lie or be reserved when the revision takes effect: removed, moved, changed.
    public var touched: [BinAddress] { removed + moved.map(\.address) + changed.map(\.address) }
}

extension Layout {
    /// What this layout changes about the bins of `old`.
    ///
    /// - Complexity: linear in the bins of both.
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
            added: added, removed: old.bins.map(\.address).filter { !after.contains($0) }, moved: moved,
            changed: changed)
    }
}

extension Bin {
    /// What differs from an earlier bin of the same address, its place aside.
    fileprivate func changes(from was: Bin) -> [String] {
        var changes: [String] = []
        func note<Value: Equatable>(_ name: String, _ from: Value, _ to: Value, _ spell: (Value) -> String) {
            if from != to { changes.append("\(name) \(spell(from)) → \(spell(to))") }
        }
        note("size", was.sizeMM, sizeMM) { "\($0)" }
        note("max_weight", was.maxWeightG, maxWeightG) { $0.map { "\($0)" } ?? "any" }
        note("role", was.role, role) { $0.rawValue }
        note("by", was.reach, reach) { $0.rawValue }
        note("lane", was.traits.lane, traits.lane) { $0?.rawValue ?? "none" }
        note("temperature", was.temperature, temperature) { $0 ?? "ambient" }
        note("accepts", was.accepts, accepts) { $0?.joined(separator: " ") ?? "anything" }
        note("access", was.access, access) { $0 ?? "everybody" }
        note("area", was.area, area) { $0?.text ?? "none" }
        note("level", was.level, level) { "\($0)" }
        note("column", was.column, column) { "\($0)" }
        note("printed name", was.printedName, printedName) { $0 ?? "none" }
        note("closed", was.isClosed, isClosed) { "\($0)" }
        return changes
    }
}
