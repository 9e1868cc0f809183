/// The totes of the floor: those that are free, and those that wait at a bench.
final class TotePool {
    private var free: [String]
    private var filled: [String] = []

    init(count: Int) { free = (0..<count).reversed().map(LoadWarehouse.tote) }

    /// A free tote; nil where all are in use.
    func dequeueFree() -> String? { free.popLast() }
    func dequeueFilled() -> String? { filled.popLast() }

    func drop(_ totes: [String]) { filled += totes }
    func empty(_ tote: String) { free.append(tote) }
}
