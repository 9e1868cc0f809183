/// Two aisles, a start, two benches and a dock: enough to walk on, and quick to compile.
enum SmallFloor {
    /// - Parameters:
    ///   - firstX: where the first aisle lies; another place moves every bin.
    ///   - printer: of both benches; none where it is left out.
    static func yaml(
        _ warehouse: String, name: String = "Small floor", firstX: Int = 1, printer: String? = nil
    ) -> String {
        let printer = printer.map { ", printer: \($0)" } ?? ""
        return """
            warehouse: \(warehouse)
            name: \(name)
            timezone: America/New_York
            cross_aisles:
              - {id: FRONT, y: 0}
              - {id: BACK, y: 30}
            aisles:
              - {id: A..B, x: \(firstX), pitch: 4, shelves: {count: 8, first_y: 2, length: 3, bins: {columns: 2, levels: 2, size: [900, 600, 400]}}}
            stations:
              - {id: DEPOT, kind: start, x: 0, y: -2}
              - {id: PACK-1..2, kind: pack, x: 6, y: -2, pitch: [1, 0]\(printer)}
              - {id: DOCK-1, kind: dock, x: 9, y: -2}
            """
    }
}
