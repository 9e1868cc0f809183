internal import Common

/// Space after space, the one nearest the origin first, each filled with the best layer: Parreño,
/// Alvarez-Valdes, Tamarit and Oliveira, "A maximal-space algorithm for the container loading problem" (2008).
extension BoxFill {
    /// - Parameters:
    ///   - left: how many pieces of each kind are left; counted down.
    ///   - kinds: those that there are pieces of.
    ///   - limit: where the filling ends, however much is left.
    mutating func fillSpaces(
        _ left: inout [Int], kinds: [Int], by choice: LayerChoice, random: inout SplitMix64,
        limit: WorkLimit, work: inout Int
    ) {
        while spaceCount > 0 && work < limit.work && limit.deadline?.hasPassed != true {
            let index = nearestSpace(choice.step)
            let layer = bestLayer(
                for: spaces[index], left, kinds: kinds, by: choice, random: &random, work: &work)
            guard layer.kind >= 0, case let placed = place(layer, at: spaces[index].low), placed > 0 else {
                spaceCount &-= 1
                spaces[index] = spaces[spaceCount]
                continue
            }
            left[layer.kind] -= placed
            work &+= cutWork
            cutWork = 0
        }
    }

    private func nearestSpace(_ step: Lengths) -> Int {
        var best = 0
        var least = Int32.max
        for index in 0..<spaceCount {
            let low = spaces[index].low
            let distance = low.x &* step.x &+ low.y &* step.y &+ low.z &* step.z
            if distance < least { (best, least) = (index, distance) }
        }
        return best
    }

    private func bestLayer(
        for space: Cuboid, _ left: [Int], kinds: [Int], by choice: LayerChoice, random: inout SplitMix64,
        work: inout Int
    ) -> PieceLayer {
        let edges = space.edges
        var best = PieceLayer()
        var bestScore = -1
        work &+= spaceCount / Work.spacesPerPlace &+ kinds.count
        for kind in kinds where left[kind] > 0 && admits(kind) {
            let piece = facts.kinds + kind
            for index in Int(piece.pointee.turnStart)..<Int(piece.pointee.turnEnd) {
                let turn = facts.turns[index]
                work &+= 1
                guard turn.areWithin(edges) else { continue }
                work &+= Work.perTurn
                let fits = (x: Int(edges.x / turn.x), y: Int(edges.y / turn.y), z: Int(edges.z / turn.z))
                for way in 0..<3 {
                    let columns = Self.columns(fits, of: left[kind], way: way)
                    let layer = PieceLayer(kind: kind, turn: turn, columns: columns)
                    let merit =
                        choice.score == .fullest
                        ? layer.count &* Int(piece.pointee.volume) : Self.tightness(of: layer, in: edges)
                    let score = merit &* (choice.urgency[kind] &+ random.next(below: 1 &+ choice.noise))
                    if score > bestScore { (best, bestScore) = (layer, score) }
                }
            }
        }
        return best
    }

    /// The more, the less is left over.
    @inline(__always)
    private static func tightness(of layer: PieceLayer, in edges: Lengths) -> Int {
        let dx = Int(edges.x) &- Int(layer.turn.x) &* layer.columns.x
        let dy = Int(edges.y) &- Int(layer.turn.y) &* layer.columns.y
        let dz = Int(edges.z) &- Int(layer.turn.z) &* layer.columns.z
        let least = min(dx, min(dy, dz))
        let most = max(dx, max(dy, dz))
        return (1 << 40) / (1 &+ 64 &* least &+ dx &+ dy &+ dz &- most)
    }

    /// As many pieces as there are and as fit, first along one axis, then along a second: in the first way the
    /// layer lies, in the two others it stands.
    @inline(__always)
    private static func columns(_ fits: (x: Int, y: Int, z: Int), of count: Int, way: Int) -> (
        x: Int, y: Int, z: Int
    ) {
        let first = min(way == 0 ? fits.x : fits.z, count)
        switch way {
        case 0: return (first, min(fits.y, count / first), 1)
        case 1: return (min(fits.x, count / first), 1, first)
        default: return (1, min(fits.y, count / first), first)
        }
    }

    /// - Returns: how many pieces of the layer may stand, and are placed.
    private mutating func place(_ layer: PieceLayer, at corner: Lengths) -> Int {
        var placed = 0
        for z in 0..<Int32(layer.columns.z) {
            for y in 0..<Int32(layer.columns.y) {
                for x in 0..<Int32(layer.columns.x) {
                    guard admits(layer.kind) else { return placed }
                    let low = corner + Lengths(x &* layer.turn.x, y &* layer.turn.y, z &* layer.turn.z)
                    let place = Cuboid(low: low, high: low + layer.turn)
                    guard canStand(layer.kind, at: place) else { return placed }
                    self.place(layer.kind, at: place)
                    placed += 1
                }
            }
        }
        return placed
    }
}
