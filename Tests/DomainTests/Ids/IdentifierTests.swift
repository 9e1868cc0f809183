import Domain
import Testing

/// Ids are told apart, and put in order, as the database does it.
struct IdentifierTests {
    private let composed: SKUID = "CAF\u{C9}"
    private let decomposed: SKUID = "CAFE\u{301}"

    @Test func areOneWhereTheirBytesAre() {
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        #expect(composed == SKUID("CAF\u{C9}"))
        #expect(Set([composed, decomposed, composed]).count == 2)
    }

    @Test func goByTheirBytes() {
        let ids: [SKUID] = [composed, "CAFF", decomposed]
        #expect(ids.sorted() == [decomposed, "CAFF", composed])
    }
}
