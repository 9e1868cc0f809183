import PickRouting
import WarehouseLayout

/// One order's picks as they go on a cart: one tote each in a cluster tour.
struct CartLoad {
    let order: Order
    let picks: [Pick]
    let places: [PlaceID]
    let weightG: Int
}
