/// Many pieces of one kind in one box: equal layers one upon the other along some axis, and a second such slab
/// in what remains beside them; or stacks of nested pieces.
struct UniformPattern {
    /// From the floor up.
    private(set) var places: [Cuboid] = []
    /// Places below this height are of whole pieces, all others of nested ones.
    private var wholeHeight = Int32.max
    /// Ways to cut layers that were compared.
    private(set) var work = 0
    private let turns: [Lengths]
    private let pieceVolume: Int
    private let parameters: Parameters
    private let effortParts: Int
    private var layers: [LayerKey: RectanglePattern] = [:]

    /// What bounds the search for a pattern.
    struct Parameters {
        /// Ways to cut that are compared for one layer of the whole box.
        var effort = 40_000
        /// The same for one layer of what remains beside the slab.
        var effortOfRest = 1_000
        /// So many ways to cut cost one place tried, measured.
        static let cutsPerPlace = 4
        /// The types of boxes that have so much; where there are more, they share it.
        var boxesWithAll = 4
    }

    /// A region of the box: where it begins and its edges.
    private struct Region {
        var corner, edges: [Int]
        var volume: Int { edges[0] * edges[1] * edges[2] }
    }

    /// A stack of equal layers along an axis.
    private struct Slab {
        var region: Region
        var axis, thickness, layers: Int
        var pattern: RectanglePattern
    }

    private struct LayerKey: Hashable {
        let axis, thickness, width, depth: Int
    }

    init(kind: Int, in box: Int, tables: PackingTables, parameters: Parameters = Parameters()) {
        self.parameters = parameters
        let facts = tables.kinds[kind]
        let inside = tables.boxes[box]
        turns = (Int(facts.turnStart)..<Int(facts.turnEnd)).map { tables.turns[$0] }
        pieceVolume = Int(facts.volume)
        effortParts = max(1, tables.boxCount / parameters.boxesWithAll)
        let whole = Region(corner: [0, 0, 0], edges: [Int(inside.l), Int(inside.w), Int(inside.h)])
        let slabs = fill(whole, depth: 1).slabs
        for slab in slabs { appendPlaces(of: slab) }
        if facts.nestMM > 0 { nest(facts, in: whole) }
        places.sort { ($0.z0, $0.y0, $0.x0) < ($1.z0, $1.y0, $1.x0) }
    }

    func isNested(_ place: Cuboid) -> Bool { place.z0 >= wholeHeight }

    /// Stacks of nested pieces side by side instead, where these are more.
    private mutating func nest(_ facts: PackingTables.KindFacts, in whole: Region) {
        let (height, nest) = (Int(facts.uprightHeight), Int(facts.nestMM))
        guard height <= whole.edges[2] else { return }
        let floor = Region(corner: whole.corner, edges: [whole.edges[0], whole.edges[1], height])
        let pattern = layer(of: floor, axis: 2, thickness: height, depth: 0)
        let stacked = (whole.edges[2] - height) / nest
        guard pattern.count * (1 + stacked) > places.count else { return }
        places = []
        appendPlaces(of: Slab(region: floor, axis: 2, thickness: height, layers: 1, pattern: pattern))
        let base = places
        wholeHeight = facts.uprightHeight
        for index in 0..<stacked {
            let z0 = facts.uprightHeight + Int32(index) * facts.nestMM
            for place in base where places.count < PackingLimits.pieces {
                places.append(place.between(z0, and: z0 + facts.nestMM))
            }
        }
    }

    /// - Parameter depth: how often what remains is filled again.
    private mutating func fill(_ region: Region, depth: Int) -> (count: Int, slabs: [Slab]) {
        var best: (count: Int, slabs: [Slab]) = (0, [])
        let most = region.volume / pieceVolume
        for axis in [2, 0, 1] {
            let edge = region.edges[axis]
            for thickness in Set(turns.map { Self.edge($0, axis) }).sorted()
            where thickness <= edge && best.count < most {
                let pattern = layer(of: region, axis: axis, thickness: thickness, depth: depth)
                // The larger slab comes first; the other way round is much the same.
                for layers in (1...(edge / thickness)).reversed() where 2 * layers * thickness >= edge {
                    let rest = Self.rest(of: region, axis: axis, behind: layers * thickness)
                    var count = layers * pattern.count
                    guard count + (depth > 0 ? rest.volume / pieceVolume : 0) > best.count else { continue }
                    var slabs = [
                        Slab(
                            region: region, axis: axis, thickness: thickness, layers: layers, pattern: pattern
                        )
                    ]
                    if depth > 0 {
                        let beside = fill(rest, depth: depth - 1)
                        count += beside.count
                        slabs += beside.slabs
                    }
                    if count > best.count { best = (count, slabs) }
                }
            }
        }
        return best
    }

    private static func rest(of region: Region, axis: Int, behind length: Int) -> Region {
        var rest = region
        rest.corner[axis] += length
        rest.edges[axis] -= length
        return rest
    }

    private mutating func layer(of region: Region, axis: Int, thickness: Int, depth: Int) -> RectanglePattern
    {
        let (one, other) = Self.across(axis)
        let key = LayerKey(
            axis: axis, thickness: thickness, width: region.edges[one], depth: region.edges[other])
        if let known = layers[key] { return known }
        let footprints = turns.filter { Self.edge($0, axis) == thickness }.map {
            (width: Self.edge($0, one), depth: Self.edge($0, other))
        }
        let effort = depth == 0 ? parameters.effortOfRest : parameters.effort
        let pattern = RectanglePattern(
            key.width, key.depth, footprints: footprints, effort: effort / effortParts, work: &work)
        layers[key] = pattern
        return pattern
    }

    private static func edge(_ turn: Lengths, _ axis: Int) -> Int {
        Int(axis == 0 ? turn.x : axis == 1 ? turn.y : turn.z)
    }

    /// The two other axes.
    private static func across(_ axis: Int) -> (Int, Int) { axis == 0 ? (1, 2) : axis == 1 ? (0, 2) : (0, 1) }

    /// Adds the places of a slab, but no more than a question may have pieces.
    private mutating func appendPlaces(of slab: Slab) {
        let (one, other) = Self.across(slab.axis)
        for layer in 0..<slab.layers {
            for grid in slab.pattern.grids {
                for column in 0..<grid.columns {
                    for row in 0..<grid.rows {
                        if places.count == PackingLimits.pieces { return }
                        var low = slab.region.corner
                        low[slab.axis] += layer * slab.thickness
                        low[one] += grid.x + column * grid.width
                        low[other] += grid.y + row * grid.depth
                        var edges = [0, 0, 0]
                        (edges[slab.axis], edges[one], edges[other]) = (
                            slab.thickness, grid.width, grid.depth
                        )
                        let corner = Lengths(Int32(low[0]), Int32(low[1]), Int32(low[2]))
                        let size = Lengths(Int32(edges[0]), Int32(edges[1]), Int32(edges[2]))
                        places.append(Cuboid(low: corner, high: corner + size))
                    }
                }
            }
        }
    }
}

extension PackingSearch {
    /// Whether the sequence has one kind only, and one that a pattern can be made of.
    func hasPattern(box: Int) -> Bool {
        guard sequence.count > 1, sequence.isUniform else { return false }
        let kind = Int(sequence.kinds[0])
        return tables.fits(kind: kind, box: box)
    }

    /// A box of type `box` with as many of the pieces in the sequence as the best pattern for them holds.
    func fillUniformly(box: Int) -> OpenBox {
        let kind = Int(sequence.kinds[0])
        let pattern = uniformPattern(kind, box)
        let open = pool.acquire(box: box)
        open.pointee.leastEdge = .endless
        for place in pattern.places where open.pointee.placedCount < sequence.count {
            guard open.pointee.admits(kind) else { break }
            let isNested = pattern.isNested(place)
            // A nested piece has one under it, whatever support is asked for.
            if isNested && !open.pointee.hasContact(place) { continue }
            guard let place = isNested ? place : open.pointee.lowered(place),
                open.pointee.canStand(kind, at: place)
            else { continue }
            open.pointee.place(kind, at: place, isNested: isNested)
        }
        sequence.leaveAll(after: open.pointee.placedCount)
        return open
    }

    func uniformPattern(_ kind: Int, _ box: Int) -> UniformPattern {
        let key = kind * tables.boxCount + box
        if let known = patterns[key] { return known }
        let pattern = UniformPattern(kind: kind, in: box, tables: tables)
        work += pattern.work / UniformPattern.Parameters.cutsPerPlace
        patterns[key] = pattern
        return pattern
    }
}
