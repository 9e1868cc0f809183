import Cartonization
import Testing

@Suite struct BoxRangeTests {
    private let candidates = [
        BoxType(id: "S", inner: Size(lengthMM: 100, widthMM: 100, heightMM: 100)),
        BoxType(id: "M", inner: Size(lengthMM: 150, widthMM: 150, heightMM: 150)),
        BoxType(id: "L", inner: Size(lengthMM: 300, widthMM: 300, heightMM: 300)),
    ]

    private func order(edgeMM: Int) -> [Item] {
        [
            Item(
                sku: "A", quantity: 1, size: Size(lengthMM: edgeMM, widthMM: edgeMM, heightMM: edgeMM),
                weightG: 1)
        ]
    }

    @Test func `the type that is missed least goes first`() throws {
        let orders = [order(edgeMM: 90), order(edgeMM: 95), order(edgeMM: 280), order(edgeMM: 140)]
        let steps = try BoxRange(orders: orders, candidates: candidates).steps(keep: 2)
        #expect(steps.map(\.dropped) == [nil, "S"])
        #expect(steps[0].totals.volumeMM3 == 2 * 1_000_000 + 3_375_000 + 27_000_000)
        #expect(steps[1].totals.volumeMM3 == 3 * 3_375_000 + 27_000_000)
        #expect(steps[1].kept == ["M", "L"])
    }

    @Test(arguments: [0, -1, 4]) func `keeping none or more than there are is refused`(keep: Int) {
        #expect(throws: PackingError.self) {
            try BoxRange(orders: [order(edgeMM: 90)], candidates: candidates).steps(keep: keep)
        }
    }

    @Test func `no history is no advice`() {
        #expect(throws: PackingError.self) { try BoxRange(orders: [], candidates: candidates).steps(keep: 2) }
    }

    @Test func `progress is reported for every order, then for every type`() throws {
        var reported: [BoxRange.Progress] = []
        _ = try BoxRange(orders: [order(edgeMM: 90), order(edgeMM: 280)], candidates: candidates).steps(
            keep: 2
        ) {
            reported.append($0)
        }
        #expect(
            reported == [.packed(orders: 1, of: 2), .packed(orders: 2, of: 2)]
                + (1...3).map { .weighed(types: $0, of: 3) })
    }
}
