import Cartonization
import Testing

/// Random orders with all rules, judged by ``PackingChecker``: `WMS_TEST_SEEDS` batches of them, so that 400
/// are 100,000 orders.
@Suite struct RandomOrderTests {
    static let ordersInBatch = 250
    static let batches = RandomOrders.isQuick ? 1...2 : RandomOrders.seeds

    @Test(arguments: batches)
    func `every packing keeps every rule`(batch: UInt64) throws {
        for number in 0..<UInt64(Self.ordersInBatch) {
            let seed = batch << 16 | number
            var random = RandomOrders(seed: seed)
            let site = random.site()
            let items = random.items(for: site.boxes)
            let packing = try Cartonizer(
                boxes: site.boxes, rules: site.rules, profile: site.profile, freight: site.freight,
                effort: 1_000 << random.below(6), seed: seed
            ).pack(items)
            let breaches = PackingChecker(boxes: site.carried, rules: site.rules).breaches(packing, of: items)
            #expect(breaches.isEmpty, "seed \(seed): \(breaches.prefix(3))")
        }
    }
}
