/// The groups and bundles that the items of one question name, as bits and numbers.
struct PieceGroups {
    private let groups: [String]
    private let bundles: [String]

    /// - Throws: ``PackingError/tooManyGroups(_:)``.
    init(of items: [Item]) throws(PackingError) {
        groups = Set(items.flatMap { ($0.group.map { [$0] } ?? []) + $0.neverWith }).sorted()
        bundles = Set(items.compactMap(\.withGroup)).sorted()
        if groups.count > PackingLimits.groups { throw .tooManyGroups(groups.count) }
    }

    func bit(of group: String?) -> UInt64 {
        guard let group, let index = groups.firstIndex(of: group) else { return 0 }
        return 1 << UInt64(index)
    }

    func bits(of names: [String]) -> UInt64 { names.reduce(0) { $0 | bit(of: $1) } }

    /// The bundle that an item travels with: the one it names, or the one that names its group.
    func bundle(of item: Item) -> Int {
        if let name = item.withGroup { return bundles.firstIndex(of: name) ?? -1 }
        return item.group.flatMap { bundles.firstIndex(of: $0) } ?? -1
    }
}
