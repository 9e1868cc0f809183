/// A warehouse: its bins, its stations and the walks between them, read from one YAML file.
///
///     let layout = try Layout(yaml: text, file: "layouts/wh-ny.yaml")
///     if let tea = layout.bin("b-03-12"), let pack = layout.station("PACK-1") {
///         layout.distanceMM(from: tea.place, to: pack.place)      // millimetres; nil where there is no way
///     }
///
/// A file is read whole or not at all: ``init(yaml:file:)`` throws every fault of it at once.
public struct Layout: Sendable {
    public let warehouse: WarehouseID
    public let name: String
    /// A name of the time zone database; shifts and cut-offs are given in it.
    public let timezone: String
    public let walkSpeedMMPerS: Int
    /// In the order of the file: aisle by aisle, shelf by shelf, then the spots.
    public let bins: [Bin]
    /// In the order of the file.
    public let stations: [Station]
    public let carts: [Cart]
    /// The rectangular form of the floor, on which shortest tours can be found exactly; nil where it has none.
    public let blockFloor: BlockFloor?

    let aisles: [Aisle]
    let crossAisles: [CrossAisle]
    let shelves: [Shelf]
    let lines: [WalkLine]
    let walkways: [Walkway]
    /// The closed ways as the file writes them: `C/BACK`.
    let closedWays: [String]
    /// By place: the straight path from the walkways to it, itself included; empty for a place on them.
    let spurs: [[Point]]
    private let lookUp: LookUp
    private let points: [Point]
    private let networks: [WalkNetwork]

    /// Reads a layout.
    ///
    /// - Parameter file: the file's name, for messages.
    /// - Throws: ``LayoutError/faults(_:)`` with every fault, its line, its column and its fix.
    /// - Complexity: linear in the bins, and cubic at worst in the crossings of aisles and cross aisles.
    public init(yaml: String, file: String) throws(LayoutError) {
        let faults = FaultList(file: file)
        guard let root = FileNode.read(yaml: yaml, into: faults), let entries = LayoutFile(root, faults)
        else {
            throw faults.error
        }
        let plan = FloorPlan(entries, faults)
        lookUp = LookUp(plan, entries.binName)
        let junctions = Junctions(plan.lines)
        plan.checkSize(junctions)
        let networks = plan.networks(junctions)
        plan.checkReach(networks)
        guard faults.isEmpty else { throw faults.error }
        warehouse = WarehouseID(entries.warehouse.text)
        name = entries.name
        timezone = entries.timezone
        walkSpeedMMPerS = entries.walkSpeedMMPerS
        (bins, stations, carts) = (plan.bins, plan.stations, plan.carts)
        (aisles, crossAisles, shelves, lines) = (
            plan.grid.aisles, plan.grid.crossAisles, plan.shelves, plan.lines.lines
        )
        (walkways, closedWays) = (plan.walkways, plan.closures.ways(on: plan.grid))
        points = plan.places.places.map(\.point)
        let nodes = plan.lines.points
        spurs = plan.places.places.map { $0.spurMM == 0 ? [] : [nodes[$0.node]] + $0.via + [$0.point] }
        self.networks = networks
        blockFloor = BlockFloor(plan)
    }

    /// The number of places: they are numbered from 0.
    public var placeCount: Int { points.count }

    /// Where a place lies in the building.
    public func point(of place: PlaceID) -> Point { points[place.index] }

    /// The bin that a scanned or keyed text names: its address in any case and with or without leading zeros
    /// in its numbers (`B-3-12`, `b-03-12`), the name printed on its beam, or a spot's id.
    ///
    /// - Complexity: O(1), with numbering by level linear in the bins of one shelf.
    public func bin(_ code: String) -> Bin? { lookUp.bin(code).map { bins[$0] } }

    /// The index in ``bins`` of the bin that a text names.
    public func binIndex(_ code: String) -> Int? { lookUp.bin(code) }

    /// The station that a text names, in any case.
    public func station(_ code: String) -> Station? { lookUp.station(code).map { stations[$0] } }

    /// The walk from one place to another with a cart, in millimetres; nil where there is no way.
    ///
    /// - Complexity: O(1).
    public func distanceMM(from: PlaceID, to: PlaceID) -> Int? { distanceMM(from: from, to: to, by: .cart) }

    /// The walk from one place to another for somebody on foot, with a cart or in a truck.
    ///
    /// - Complexity: O(1).
    public func distanceMM(from: PlaceID, to: PlaceID, by means: Means) -> Int? {
        network(means).distanceMM(from: from, to: to)
    }

    /// The corners of a shortest walk, both ends included; empty where there is no way.
    ///
    /// - Complexity: linear in the crossings that it passes.
    public func path(from: PlaceID, to: PlaceID, by means: Means = .cart) -> [Point] {
        network(means).path(from: from, to: to)
    }

    /// One network for all where every walkway admits everybody; else one for each means.
    private func network(_ means: Means) -> WalkNetwork {
        if networks.count == 1 { return networks[0] }
        switch means {
        case .foot: return networks[0]
        case .cart: return networks[1]
        case .truck: return networks[2]
        }
    }
}
