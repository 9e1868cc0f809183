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
        let groups = try PieceGroups(of: items)
        var sourcesOfKind: [PieceKind: [Source]] = [:]
        for (index, item) in items.enumerated() {
            let source = Source(itemIndex: index, quantity: item.quantity)
            sourcesOfKind[kind(of: item, in: groups), default: []].append(source)
        }
        let sorted = sourcesOfKind.sorted { $0.key.precedes($1.key) }
        let question = Question(
            kinds: sorted.map(\.key),
            counts: sorted.map { $0.value.reduce(0) { $0 + $1.quantity } })
        return (question, sorted.map(\.value))
    }

    private static func kind(of item: Item, in groups: PieceGroups) -> PieceKind {
        let wrap = 2 * item.paddingMM
        return PieceKind(
            size: Size(
                lengthMM: item.size.lengthMM + wrap, widthMM: item.size.widthMM + wrap,
                heightMM: item.size.heightMM + wrap),
            rotation: item.rotation, weightG: item.weightG, paddingMM: item.paddingMM,
            isFragile: item.isFragile, isStackable: item.isStackable, isFloorOnly: item.isFloorOnly,
            hasOwnBox: item.hasOwnBox, topLoadMaxG: item.topLoadMaxG ?? .max, stackMax: item.stackMax ?? .max,
            nestMM: item.nestMM ?? 0, groupBit: groups.bit(of: item.group),
            neverBits: groups.bits(of: item.neverWith), bundle: groups.bundle(of: item))
    }
}
