import Domain
import WarehouseLayout

/// Which of an order's picks go on which kind of cart.
///
/// All go on the first cart that may go to all their bins. Where there is none, as for frozen goods and books
/// of one order, each goes on the first that may go to its own, and the order's totes meet at the bench.
struct CartChoice {
    /// In the order of the layout; one that may go anywhere, nil, where the layout names none.
    let carts: [Cart?]
    private let layout: Layout

    init(on floor: Floor) {
        carts = floor.reach.carts.isEmpty ? [nil] : floor.reach.carts
        layout = floor.layout
    }

    /// The picks by cart.
    func parts(of picks: [PooledPick]) -> [[PooledPick]] {
        var parts = carts.map { _ in [PooledPick]() }
        if let cart = carts.indices.first(where: { cart in picks.allSatisfy { mayGo(cart, to: $0) } }) {
            parts[cart] = picks
            return parts
        }
        for pick in picks { parts[carts.indices.first { mayGo($0, to: pick) } ?? 0].append(pick) }
        return parts
    }

    private func mayGo(_ cart: Int, to pick: PooledPick) -> Bool {
        carts[cart]?.mayGo(to: layout.bin(pick.bin.text)?.area) ?? true
    }
}
