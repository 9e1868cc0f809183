extension Grid {
    /// Notes aisles, and cross aisles, that lie on each other.
    func checkOverlaps() {
        let columns = Dictionary(grouping: aisles.indices) {
            Column(frame: aisles[$0].frame, at: aisles[$0].xMM)
        }
        for members in columns.values.sorted(by: { $0[0] < $1[0] }) where members.count > 1 {
            let ordered = members.sorted { aisles[$0].spanMM.lowerBound < aisles[$1].spanMM.lowerBound }
            for (left, right) in zip(ordered, ordered.dropFirst())
            where aisles[right].spanMM.lowerBound < aisles[left].spanMM.upperBound {
                faults.add(
                    max(aisles[left].mark, aisles[right].mark), like: "aisle on aisle",
                    "aisles \(aisles[left].id) and \(aisles[right].id) lie on each other at x "
                        + "\(metresText(aisles[left].xMM)): change x, from or to")
            }
        }
        let rows = Dictionary(grouping: crossAisles.indices) {
            Column(frame: crossAisles[$0].frame, at: crossAisles[$0].yMM)
        }
        for members in rows.values.sorted(by: { $0[0] < $1[0] }) where members.count > 1 {
            let ordered = members.sorted {
                crossAisles[$0].extentMM.lowerBound < crossAisles[$1].extentMM.lowerBound
            }
            for (left, right) in zip(ordered, ordered.dropFirst())
            where crossAisles[right].extentMM.lowerBound < crossAisles[left].extentMM.upperBound {
                faults.add(
                    max(crossAisles[left].mark, crossAisles[right].mark),
                    "cross aisles \(crossAisles[left].id) and \(crossAisles[right].id) lie on each other: "
                        + "change y or give each its extent x:")
            }
        }
    }

    private struct Column: Hashable {
        let frame: Frame
        let at: Int
    }
}
