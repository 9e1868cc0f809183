/// An order in canonical form: kinds with counts, largest first, the same for every order of its lines.
struct Question: Hashable {
    /// Where the pieces of a kind come from.
    struct Source: Hashable {
        let itemIndex: Int
        let quantity: Int
    }

    let kinds: [PieceKind]
    let counts: [Int]

    /// The canonical question, and the sources of each of its kinds.
    ///
    /// - Throws: ``PackingError`` where an item breaks a limit.
    static func canonical(_ items: [Item]) throws(PackingError) -> (Question, sources: [[Source]]) {
        let (question, sources, _) = try canonical(items, quantities: items.map(\.quantity))
        return (question, sources)
    }

    /// The same for a part of each item, and the kind of each.
    static func canonical(_ items: [Item], quantities: [Int]) throws(PackingError)
        -> (Question, sources: [[Source]], kindOfItem: [Int])
    {
        let groups = try PieceGroups(of: items)
        let nesting = Set(items.filter { $0.nestMM ?? 0 > 0 }.map(\.sku)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: nesting.enumerated().map { ($1, $0) })
        let kinds = items.map { kind(of: $0, in: groups, nestingSKUs: numbers) }
        var itemsOfKind: [PieceKind: [Int]] = [:]
        for (index, kind) in kinds.enumerated() { itemsOfKind[kind, default: []].append(index) }
        let sorted = itemsOfKind.sorted { $0.key.precedes($1.key) }
        let sources = sorted.map { entry in
            entry.value.filter { quantities[$0] > 0 }.map { Source(itemIndex: $0, quantity: quantities[$0]) }
        }
        var kindOfItem = [Int](repeating: 0, count: items.count)
        for (kind, entry) in sorted.enumerated() {
            for index in entry.value { kindOfItem[index] = kind }
        }
        let counts = sources.map { $0.reduce(0) { $0 + $1.quantity } }
        return (Question(kinds: sorted.map(\.key), counts: counts), sources, kindOfItem)
    }

    private static func kind(
        of item: Item, in groups: PieceGroups, nestingSKUs: [String: Int]
    ) -> PieceKind {
        let wrap = 2 * item.paddingMM
        return PieceKind(
            size: Size(
                lengthMM: item.size.lengthMM + wrap, widthMM: item.size.widthMM + wrap,
                heightMM: item.size.heightMM + wrap),
            rotation: item.rotation, weightG: item.weightG, paddingMM: item.paddingMM,
            isFragile: item.isFragile, isStackable: item.isStackable, isFloorOnly: item.isFloorOnly,
            hasOwnBox: item.hasOwnBox, topLoadMaxG: item.topLoadMaxG ?? .max, stackMax: item.stackMax ?? .max,
            nestMM: item.nestMM ?? 0,
            nestingSKU: item.nestMM ?? 0 > 0 ? nestingSKUs[item.sku] ?? -1 : -1,
            groupBit: groups.bit(of: item.group),
            neverBits: groups.bits(of: item.neverWith),
            // A box of its own goes before company.
            bundle: item.hasOwnBox ? -1 : groups.bundle(of: item))
    }
}
