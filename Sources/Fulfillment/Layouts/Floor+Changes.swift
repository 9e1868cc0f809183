import Domain
import WarehouseLayout

extension Floor {
    /// The bins of this floor from which orders are picked and were not on another, or the other way round: closed,
    /// opened, given another role, or cut off from where carts go.
    ///
    /// A bin that only one of the two floors has is none of them: nothing lies in it.
    ///
    /// - Complexity: linear in the bins
    func binsOpenedOrClosed(since old: Floor) -> [BinCode] {
        layout.bins.compactMap { bin in
            guard let before = old.layout.bin(bin.address.text) else { return nil }
            let wasPicked = old.reach.obstacle(to: before) == nil
            let isPicked = reach.obstacle(to: bin) == nil
            return wasPicked == isPicked ? nil : bin.code
        }
    }
}
