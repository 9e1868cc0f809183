/// The points at which walkable lines meet or end, and the stretches between them.
///
/// A point in the middle of a stretch has just two ways to leave it, so distances between all points follow
/// from those between the junctions, of which there are few.
struct Junctions: Sendable {
    let points: [Point]
    let stretches: [Stretch]
    /// By node of the lines: the junction that it is, or nil.
    let junctionOfNode: [Int?]
    /// By node that is no junction: where on which stretch it lies.
    let footOfNode: [Int: Foot]

    /// A piece of a line between two junctions.
    struct Stretch: Sendable {
        let line: Int
        let from: Int
        let to: Int
        let lengthMM: Int
        let direction: WalkDirection
        let notFor: [Means]
        /// The parts into which cuts divide the line: `from` and `to` join only where they lie in one part.
        let partOfFrom: Int
        let partOfTo: Int

        var isWhole: Bool { partOfFrom == partOfTo }
    }

    /// A point in the middle of a stretch.
    struct Foot: Sendable {
        let stretch: Int
        let offsetMM: Int
        let part: Int
    }

    init(_ walk: WalkLines) {
        let lines = walk.lines.map { $0.ordered() }
        var junctionOfNode = Self.numbered(lines, nodeCount: walk.points.count)
        var points: [Point] = []
        for node in junctionOfNode.indices where junctionOfNode[node] != nil {
            junctionOfNode[node] = points.count
            points.append(walk.points[node])
        }
        var stretches: [Stretch] = []
        var feet: [Int: Foot] = [:]
        for (index, line) in lines.enumerated() {
            Self.divide(line, index, junctionOfNode, &stretches, &feet)
        }
        (self.points, self.stretches, self.junctionOfNode, footOfNode) = (
            points, stretches, junctionOfNode, feet
        )
    }

    /// Marks the nodes at which a line ends or several lines meet.
    private static func numbered(_ lines: [WalkLine], nodeCount: Int) -> [Int?] {
        var marks: [Int?] = Array(repeating: nil, count: nodeCount)
        var lineOfNode: [Int?] = Array(repeating: nil, count: nodeCount)
        for (index, line) in lines.enumerated() {
            for stop in line.stops {
                if lineOfNode[stop.node] != nil { marks[stop.node] = 0 }
                lineOfNode[stop.node] = index
            }
            for end in [line.stops.first, line.stops.last] { if let end { marks[end.node] = 0 } }
        }
        return marks
    }

    private static func divide(
        _ line: WalkLine, _ index: Int, _ junctionOfNode: [Int?], _ stretches: inout [Stretch],
        _ feet: inout [Int: Foot]
    ) {
        guard var previous = line.stops.first, var start = junctionOfNode[previous.node] else { return }
        var (part, startPart, startCost) = (0, 0, line.costMM(along: previous.along))
        for stop in line.stops.dropFirst() {
            if line.isCut(from: previous.along, to: stop.along) { part += 1 }
            previous = stop
            let cost = line.costMM(along: stop.along)
            guard let junction = junctionOfNode[stop.node] else {
                feet[stop.node] = Foot(stretch: stretches.count, offsetMM: cost - startCost, part: part)
                continue
            }
            stretches.append(
                Stretch(
                    line: index, from: start, to: junction, lengthMM: cost - startCost,
                    direction: line.direction,
                    notFor: line.notFor, partOfFrom: startPart, partOfTo: part))
            (start, startPart, startCost) = (junction, part, cost)
        }
    }
}
