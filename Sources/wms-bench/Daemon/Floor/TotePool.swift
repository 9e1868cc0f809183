/// The totes of the floor: those that are free, and those that wait at a bench.
///
/// A tote is free again when the order in it has left. So all that are picked before anything is packed need as many
/// totes as there are orders: who lets more be released picks and packs by turns (``LoadFloor/fulfilReleased()``).
final class TotePool {
    /// All of them.
    let count: Int
    private var free: [String]
    private var filled: [String] = []

    init(count: Int) {
        self.count = count
        free = (0..<count).reversed().map(LoadWarehouse.tote)
    }

    var freeCount: Int { free.count }

    /// - Throws: ``WireFault/noToteLeft(of:)`` where all are in use.
    func dequeueFree() throws(WireFault) -> String {
        guard let tote = free.popLast() else { throw .noToteLeft(of: count) }
        return tote
    }

    func dequeueFilled() -> String? { filled.popLast() }

    func drop(_ totes: [String]) { filled += totes }
    func empty(_ tote: String) { free.append(tote) }
}
