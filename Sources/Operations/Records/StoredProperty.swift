/// Reads one property of a record where it lies in memory.
///
/// A key path into a struct is followed by the runtime step by step, which was a tenth of the time of a scan. Where the
/// property is stored in the struct itself its place is known once for all.
struct StoredProperty<Root, Value>: Sendable {
    private let place: Place<Root, Value>
    /// Where it lies in `Root`; nil where it is computed, or stored elsewhere.
    private let offset: Int?

    init(_ place: Place<Root, Value>) {
        self.place = place
        offset = MemoryLayout<Root>.offset(of: place)
    }

    func read(in root: UnsafePointer<Root>) -> Value { withPointer(in: root) { $0.pointee } }

    /// - Parameter body: gets a pointer that holds as long as it runs.
    func withPointer<Result>(in root: UnsafePointer<Root>, _ body: (UnsafePointer<Value>) -> Result) -> Result {
        guard let offset else { return withUnsafePointer(to: root.pointee[keyPath: place], body) }
        return body((UnsafeRawPointer(root) + offset).assumingMemoryBound(to: Value.self))
    }
}
