import Domain
import PickRouting
import WarehouseLayout

/// A kind of cart, what it carries, and where its tours begin and end.
struct CartRound {
    let floor: Floor
    /// Nil where the layout names none.
    let cart: Cart?
    let start: Station
    let finish: Station
    let limits: CartLimits

    /// So much of a tote's room boxes fill that are laid in as they come; the rest is gaps.
    private static let fillPercent = 70

    /// - Parameter totes: on one cart, where the layout names none.
    init(_ cart: Cart?, on floor: Floor, totes: Int) throws(Refusal) {
        guard let start = floor.reach.start, let finish = floor.reach.finish else {
            throw .notConfigured("\(floor.warehouse) has no start station or no pack station")
        }
        self.floor = floor
        self.cart = cart
        self.start = start
        self.finish = finish
        let volume = cart?.toteMM.map { tote in tote.reduce(1, *) / 1_000 * Self.fillPercent / 100 }
        limits = CartLimits(
            totes: cart?.totes ?? totes, weightG: cart?.maxWeightG,
            volumeML: volume.map { max(1, $0) * (cart?.totes ?? totes) })
    }

    /// What a load weighs, as far as it matters here: one that is too heavy fills a cart alone.
    func weightG(of load: PooledLoad) -> Int { limits.weightG.map { min($0, load.weightG) } ?? 0 }

    /// How much room a load needs, as far as it matters here: one that is too large fills a cart alone.
    func volumeML(of load: PooledLoad) -> Int { limits.volumeML.map { min($0, load.volumeML) } ?? 0 }

    /// Whether these fit on one cart.
    func canCarry(_ loads: [PooledLoad]) -> Bool {
        loads.count <= limits.totes && loads.reduce(0) { $0 + weightG(of: $1) } <= limits.weightG ?? .max
            && loads.reduce(0) { $0 + volumeML(of: $1) } <= limits.volumeML ?? .max
    }

    /// Whether nothing else goes on a cart with these on it, of all that wait.
    ///
    /// - Complexity: linear in those that wait.
    func isFull(with loads: [PooledLoad], of waiting: [PooledLoad]) -> Bool {
        if loads.count >= limits.totes { return true }
        if let most = limits.weightG, loads.reduce(0, { $0 + weightG(of: $1) }) >= most { return true }
        if let most = limits.volumeML, loads.reduce(0, { $0 + volumeML(of: $1) }) >= most { return true }
        let included = Set(loads.map(\.order.row))
        let others = waiting.filter { !included.contains($0.order.row) }
        return !others.isEmpty && !others.contains { canCarry(loads + [$0]) }
    }
}
