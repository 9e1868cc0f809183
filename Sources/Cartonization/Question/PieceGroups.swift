/// The groups and bundles that the items of one question name, as bits and numbers.
struct PieceGroups {
    private let bits: [String: UInt64]
    /// For each name of a bundle, the bundle; names that some item belongs to at once are one bundle.
    private let bundles: [String: Int]

    /// - Throws: ``PackingError/tooManyGroups(_:)``.
    init(of items: [Item]) throws(PackingError) {
        let groups = Set(items.flatMap { ($0.group.map { [$0] } ?? []) + $0.neverWith })
        let names = Set(items.compactMap(\.withGroup))
        if groups.count > PackingLimits.groups { throw .tooManyGroups(groups.count) }
        if names.count > PackingLimits.groups { throw .tooManyGroups(names.count) }
        bits = Dictionary(uniqueKeysWithValues: groups.sorted().enumerated().map { ($1, 1 << UInt64($0)) })
        bundles = Self.joined(
            Dictionary(uniqueKeysWithValues: names.sorted().enumerated().map { ($1, $0) }), by: items)
    }

    func bit(of group: String?) -> UInt64 { group.flatMap { bits[$0] } ?? 0 }

    func bits(of names: [String]) -> UInt64 { names.reduce(0) { $0 | bit(of: $1) } }

    /// The bundle that an item travels with: of the name it gives, or of that of its group; -1 for none.
    func bundle(of item: Item) -> Int {
        (item.withGroup.flatMap { bundles[$0] } ?? item.group.flatMap { bundles[$0] }) ?? -1
    }

    private static func joined(_ bundles: [String: Int], by items: [Item]) -> [String: Int] {
        var joined = bundles
        for item in items {
            guard let named = item.withGroup.flatMap({ joined[$0] }),
                let grouped = item.group.flatMap({ joined[$0] }),
                named != grouped
            else { continue }
            joined = joined.mapValues { $0 == max(named, grouped) ? min(named, grouped) : $0 }
        }
        return joined
    }
}
