/// The order in which kinds are tried: by what the first to be placed should have most of.
enum PieceOrder: Int, CaseIterable {
    case volume, longestEdge, base, shortestEdge, perimeter, height, weight

    /// The rank of each kind, the highest first to be tried, all below 2⁴⁰.
    func ranks(_ kinds: [PieceKind]) -> [Int] {
        let ranks = kinds.map(rank)
        assert(ranks.allSatisfy { $0 >= 0 }, "a rank has run over")
        let width = Int.bitWidth - (ranks.max() ?? 0).leadingZeroBitCount
        return ranks.map { $0 >> max(0, width - 40) }
    }

    /// Bits below which ``PackingLimits`` keeps every edge and every weight.
    private static let edgeBits = 16
    private static let weightBits = 40

    /// What counts first stands above what decides between equals, each in bits of its own.
    private func rank(_ kind: PieceKind) -> Int {
        let edges = kind.size.edgesMM.sorted(by: >)
        assert(edges.allSatisfy { 0..<1 << Self.edgeBits ~= $0 }, "\(edges) mm need more bits")
        assert(0..<1 << Self.weightBits ~= kind.weightG, "\(kind.weightG) g need more bits")
        switch self {
        case .volume: return kind.size.volumeMM3
        case .longestEdge: return (edges[0] << 20 + edges[1]) << 20 + edges[2]
        case .base: return edges[0] * edges[1] << 16 + edges[2]
        case .shortestEdge: return (edges[2] << 20 + edges[1]) << 20 + edges[0]
        case .perimeter: return edges[0] + edges[1] + edges[2]
        case .height: return kind.size.heightMM << 32 + kind.size.lengthMM * kind.size.widthMM
        case .weight: return kind.weightG << 20 + edges[0]
        }
    }
}
