import Domain
import Operations
import TestOperations

@testable import Fulfillment

/// Floors for what the shipped New York layout does not have; their warehouse goes by its name.
enum OtherFloors {
    /// Two aisles below and one on a mezzanine that only stairs lead to.
    static func stairs(closed: String = "", notFor: String = "cart, truck") -> String {
        """
        warehouse: WH-NY
        areas:
          - {id: MEZZ, origin: [0, 0], floor: 1}
        cross_aisles:
          - {id: FRONT, y: 0}
          - {id: BACK, y: 30}
          - {id: MF, area: MEZZ, y: 0}
        aisles:
          - {id: A..B, x: 1, pitch: 4, shelves: &run {count: 8, first_y: 2, length: 3, bins: {columns: 2, levels: 2, size: [900, 600, 400]}}}
          - {id: M, area: MEZZ, x: 1, to: 20, shelves: *run}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: -2}
          - {id: PACK-1, kind: pack, x: 6, y: -2}
        walkways:
          - {id: STAIRS, from: [1, 0], to: [1, 0, MEZZ], extra: 6, not_for: [\(notFor)]}
        closed: [\(closed)]
        """
    }

    /// Two aisles in a hall, one in the cold, one in a cage; carts as given.
    static func areas(carts: String) -> String {
        """
        warehouse: WH-NY
        areas:
          - {id: HALL}
          - {id: COLD}
          - {id: CAGE}
        cross_aisles:
          - {id: FRONT, y: 0}
          - {id: BACK, y: 30}
        aisles:
          - {id: A..B, area: HALL, x: 1, pitch: 4, shelves: &run {count: 8, first_y: 2, length: 3, bins: {columns: 2, levels: 2, size: [900, 600, 400]}}}
          - {id: K, area: COLD, x: 9, shelves: *run}
          - {id: X, area: CAGE, x: 13, shelves: *run}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: -2}
          - {id: PACK-1, kind: pack, x: 6, y: -2}
        carts: [\(carts)]
        """
    }
}

extension TestSite {
    /// Opens a site with the goods of ``Goods`` on another floor.
    convenience init(floor yaml: String, settings: SiteSettings = SiteSettings()) throws {
        try self.init(empty: (), settings: settings)
        try load(yaml)
        try Goods.bring(to: self)
    }

    func load(_ yaml: String, relocated: [String] = []) throws {
        try done(LayoutLoad(yaml, relocated: relocated.map { BinCode($0) }))
    }

    /// The bins of all tours, tour by tour in walking order.
    func bins() throws -> [[String]] {
        try tours().map { $0.picks.map(\.bin.text) }
    }
}
