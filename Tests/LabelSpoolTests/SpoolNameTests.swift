import Testing

@testable import LabelSpool

@Suite struct SpoolNameTests {
    @Test func readsWhatItWrites() throws {
        let name = try SpoolName(sequence: 42, kind: "shipping", key: "106141411234567897")
        #expect(name.description == "000000000042-shipping-106141411234567897-r0.zpl")
        #expect(SpoolName(name.description) == name)
    }
}
