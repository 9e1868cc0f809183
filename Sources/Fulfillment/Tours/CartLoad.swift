import Domain
import PickRouting
import WarehouseLayout

/// One order's picks as they go on a cart: one tote each in a cluster tour.
struct CartLoad {
    let order: Order
    let picks: [Pick]
    let places: [PlaceID]
    let weightG: Int
    let volumeML: Int
    /// When the totes have to be at the bench, in seconds from now; nil where nothing presses.
    let dueS: Int?
}

extension Limits {
    /// What pieces weigh or take up together, as far as it matters to a cart.
    fileprivate static func onCart(_ quantity: Int, of each: Int) -> Int {
        min(quantity, cartMax / max(1, each)) * each
    }
}

extension Transaction {
    func load(of order: Order, _ picks: [Pick], on floor: Floor) throws(Refusal) -> CartLoad {
        var (weightG, volumeML) = (0, 0)
        for pick in picks {
            let sku = try sku(pick.sku, of: pick.client)
            weightG += Limits.onCart(pick.quantity, of: sku.weightG)
            volumeML += Limits.onCart(pick.quantity, of: sku.volumeML)
        }
        return CartLoad(
            order: order, picks: picks, places: picks.compactMap { floor.layout.bin($0.bin.text)?.place },
            weightG: weightG, volumeML: volumeML, dueS: order.pickupAt.flatMap(dueS(forPickupAt:)))
    }

    /// What a driver has to have at his time has to be at the bench before.
    ///
    /// A pickup that is missed presses nobody any more: it is late whatever is done, and those that can still
    /// be met go first.
    private func dueS(forPickupAt pickup: Instant) -> Int? {
        let left = (pickup.millisecondsSince1970 - now.millisecondsSince1970) / 1_000
        return left > 0 ? max(0, left - Limits.packingS) : nil
    }
}
