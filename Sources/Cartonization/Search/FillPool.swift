/// The boxes that one search works with; freed together when it ends.
final class FillPool {
    private let tables: PackingTables
    private var all: [UnsafeMutablePointer<BoxFill>] = []
    private var free: [UnsafeMutablePointer<BoxFill>] = []

    init(tables: PackingTables) { self.tables = tables }

    deinit {
        for fill in all {
            fill.pointee.deallocate()
            fill.deallocate()
        }
    }

    /// An empty box of type `box`.
    func take(box: Int) -> UnsafeMutablePointer<BoxFill> {
        let fill = free.popLast() ?? make()
        fill.pointee.open(box)
        return fill
    }

    func giveBack(_ fill: UnsafeMutablePointer<BoxFill>) { free.append(fill) }

    private func make() -> UnsafeMutablePointer<BoxFill> {
        let fill = UnsafeMutablePointer<BoxFill>.allocate(capacity: 1)
        fill.initialize(to: BoxFill(tables: tables))
        all.append(fill)
        return fill
    }
}
