import Domain
import Testing

@testable import Store

@Suite struct BoxTableTests {
    private let store: Store
    private var boxes: BoxTable { store.boxes }

    init() throws { store = try openStore() }

    @Test func readsWhatWasWritten() throws {
        let small = Box(id: "S", inner: SizeMM(length: 200, width: 150, height: 100))
        let mailer = Box(
            id: "M", inner: SizeMM(length: 300, width: 200, height: 20),
            outer: SizeMM(length: 310, width: 210, height: 22), tareG: 30, maxWeightG: 2_000, cost: "0.42",
            supply: 7,
            barcode: "BOX-M", form: .mailer, giveMM: 40, clearanceMM: 2, maxItems: 3)
        try boxes.upsert(small)
        try boxes.upsert(mailer)
        #expect(try boxes.box("S") == small)
        #expect(try boxes.all() == [mailer, small])
        #expect(try boxes.list(after: "M", limit: 5) == [small])
        #expect(try boxes.count() == 2)
        #expect(try boxes.box("L") == nil)
    }

    @Test func isFoundByIDAndBarcode() throws {
        try boxes.upsert(Box(id: "S", inner: SizeMM(length: 1, width: 1, height: 1), barcode: "BOX-S"))
        #expect(try boxes.box(code: "S") == "S")
        #expect(try boxes.box(code: "BOX-S") == "S")
        #expect(try boxes.box(code: "BOX-M") == nil)
    }
}
