/// The boxes that one search works with; freed together when it ends.
final class FillPool {
    private let tables: PackingTables
    private var all: [UnsafeMutablePointer<BoxFill>] = []
    private var free: [UnsafeMutablePointer<BoxFill>] = []

    init(tables: PackingTables) { self.tables = tables }

    deinit {
        assert(free.count == all.count, "a box was not released")
        for fill in all {
            fill.pointee.deallocate()
            fill.deallocate()
        }
    }

    /// An empty box of type `box`, to be given back with ``release(_:)``.
    func acquire(box: Int) -> UnsafeMutablePointer<BoxFill> {
        let fill = free.popLast() ?? make()
        fill.pointee.open(box)
        return fill
    }

    func release(_ fill: UnsafeMutablePointer<BoxFill>) {
        assert(free.count < all.count, "a box was released twice")
        free.append(fill)
    }

    private func make() -> UnsafeMutablePointer<BoxFill> {
        let fill = UnsafeMutablePointer<BoxFill>.allocate(capacity: 1)
        fill.initialize(to: BoxFill(tables: tables))
        all.append(fill)
        return fill
    }
}
