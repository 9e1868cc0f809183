import WarehouseLayout

/// Two short aisles with a start and two pack stations.
func smallFloor() throws -> Layout {
    try Layout(
        yaml: """
            warehouse: W
            cross_aisles: [{id: F, y: 0}, {id: B, y: 12}]
            aisles:
              - {id: A..B, x: 0, pitch: 8, shelves: {count: 6, first_y: 3, length: 3, bins: {columns: 1, size: [9, 9, 9]}}}
            stations:
              - {id: S-1..2, kind: start, x: 0, y: 0, pitch: [0, 12]}
              - {id: P-1..2, kind: pack, x: 0, y: -1, pitch: [8, 0]}
            """, file: "w.yaml")
}
