public import Domain

/// A plan is kept by its runs, so that a scan reads the one at hand whatever the parcel holds.
extension ParcelTable {
    private static let insertRun: SQL =
        "INSERT INTO packing_run (parcel, first, sku, count, places) VALUES (?, ?, ?, ?, ?)"
    private static let removeRuns: SQL = "DELETE FROM packing_run WHERE parcel = ?"
    private static let runAt: SQL = """
        SELECT sku, first, count FROM packing_run WHERE parcel = ? AND first <= ? ORDER BY first DESC LIMIT 1
        """
    private static let runs: SQL = "SELECT sku, first, count FROM packing_run WHERE parcel = ? ORDER BY first"
    static let placedColumns = "sku, first, count, places"
    private static let places = SQL(
        """
        SELECT \(placedColumns) FROM packing_run WHERE parcel = ?1 AND first < ?3 AND first + count > ?2
        ORDER BY first
        """)

    /// The pieces of one SKU that follow when `done` pieces are in; nil when all are.
    ///
    /// - Complexity: O(log runs).
    public func run(of parcel: ParcelRow, after done: Int) throws(Refusal) -> PackRun? {
        assert(done >= 0, "pieces are counted from none")
        guard let run = try db.first(Self.runAt, parcel, done, read: PackRun.init), run.range.contains(done)
        else {
            return nil
        }
        return PackRun(sku: run.sku, first: done, count: run.range.upperBound - done)
    }

    /// The runs of a plan in their order, without their places.
    public func runs(of parcel: ParcelRow) throws(Refusal) -> [PackRun] {
        try db.all(Self.runs, parcel, read: PackRun.init)
    }

    /// Those pieces of a plan that stand at `range`, counted from 0; fewer where it ends before.
    public func pieces(of parcel: ParcelRow, at range: Range<Int>) throws(Refusal) -> [PackPlan.Piece] {
        var next: Int?
        let parts = try db.all(Self.places, parcel, range.lowerBound, range.upperBound) {
            (columns) throws(Refusal) in
            let (run, bytes) = try columns.placedRun()
            if let next, next != run.first {
                throw columns.unreadable("a run from piece \(run.first) on, after \(next) pieces")
            }
            next = run.range.upperBound
            let wanted = run.range.clamped(to: range)
            return PlaceBytes.decode(
                bytes, wanted.lowerBound - run.first..<wanted.upperBound - run.first, of: run.sku)
        }
        return Array(parts.joined())
    }

    /// The whole plan.
    ///
    /// - Complexity: linear in its pieces.
    public func plan(of parcel: ParcelRow) throws(Refusal) -> PackPlan {
        PackPlan(try pieces(of: parcel, at: 0..<Int(Int32.max)))
    }

    func write(_ plan: PackPlan, of parcel: ParcelRow) throws(Refusal) {
        try removePlan(of: parcel)
        var written = 0
        for run in plan.runs {
            assert(run.first == written && run.count > 0, "runs join without a gap")
            written = run.range.upperBound
            try db.run(
                Self.insertRun, parcel, run.first, run.sku, run.count,
                PlaceBytes.encode(plan.pieces[run.range]))
        }
        assert(written == plan.pieces.count, "every piece is in a run")
    }

    func removePlan(of parcel: ParcelRow) throws(Refusal) { try db.run(Self.removeRuns, parcel) }
}

extension PackRun {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(sku: try columns.id(), first: try columns.int(), count: try columns.int())
    }
}

extension Columns {
    /// The columns ``ParcelTable/placedColumns``.
    mutating func placedRun() throws(Refusal) -> (run: PackRun, places: [UInt8]) {
        let run = try PackRun(&self)
        let places = try blob()
        guard places.count == run.count * PlaceBytes.perPiece else {
            throw unreadable("\(places.count) bytes for \(run.count) pieces")
        }
        return (run, places)
    }
}
