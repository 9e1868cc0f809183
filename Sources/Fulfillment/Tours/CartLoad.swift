import Domain

/// One order's open picks as they go on a cart.
struct CartLoad {
    let order: Order
    let picks: [Pick]
}
