/// The places of a layout while it is laid out: each node, or point beside the lines, once.
struct PlaceTable {
    private(set) var places: [Place] = []
    private var placeOfNode: [Int: Int] = [:]
    private var placeOfSpur: [Spur: Int] = [:]

    /// A place and how one gets to it from the walkable lines.
    struct Place {
        let point: Point
        /// The node of the lines at which its straight path begins, or which it is itself.
        let node: Int
        /// The corners of that path from the node on, without the place itself.
        let via: [Point]
        /// The length of that path; 0 for a place on the lines.
        let spurMM: Int
    }

    private struct Spur: Hashable {
        let point: Point
        let via: [Point]
        let node: Int
    }

    /// The place on the lines at a node.
    mutating func place(node: Int, at point: Point) -> PlaceID {
        if let index = placeOfNode[node] { return PlaceID(index: index) }
        placeOfNode[node] = places.count
        return append(Place(point: point, node: node, via: [], spurMM: 0))
    }

    /// The place beside the lines that one reaches from a node by way of `via`.
    mutating func place(beside node: Int, via: [Point], at point: Point) -> PlaceID {
        let spur = Spur(point: point, via: via, node: node)
        if let index = placeOfSpur[spur] { return PlaceID(index: index) }
        placeOfSpur[spur] = places.count
        let corners = via + [point]
        let length = zip(corners, corners.dropFirst()).reduce(0) { $0 + $1.0.straightMM(to: $1.1) }
        return append(Place(point: point, node: node, via: Array(via.dropFirst()), spurMM: length))
    }

    private mutating func append(_ place: Place) -> PlaceID {
        places.append(place)
        return PlaceID(index: places.count - 1)
    }
}
