import Domain

/// The import whose SKUs count already and are still being moved among the others; as a rule there is none.
///
/// It is read once and kept until it may have changed, so that looking up a SKU costs nothing by it.
final class MovingImport {
    private let db: Connection
    private var cached: ImportRow?
    private var isCached = false

    init(_ db: Connection) { self.db = db }

    func row() throws(Refusal) -> ImportRow? {
        if !isCached {
            cached = try ImportTable(db).moving()
            isCached = true
        }
        return cached
    }

    /// An import begins or ends to be moved, or a commit failed.
    func forget() { isCached = false }
}
