import Testing

@testable import wms

struct BlockLettersTests {
    @Test func `every letter and digit has five rows of one width`() throws {
        for character in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./× " {
            let rows = try #require(BlockLetters.rows(of: String(character), width: 9, ink: "#"))
            #expect(rows.count == BlockLetters.height)
            #expect(Set(rows.map(\.count)).count == 1, "\(character)")
        }
    }

    @Test func `no two signs look alike`() {
        let signs = "ABCDEFGHIJKLMNPQRSTUVWXYZ0123456789".map {
            BlockLetters.rows(of: String($0), width: 9, ink: "#")
        }
        #expect(Set(signs.map { $0?.joined(separator: "\n") ?? "" }).count == signs.count)
    }

    @Test func `text too wide or without a form has none`() {
        #expect(BlockLetters.rows(of: "ABCDEFGHIJK", width: 40, ink: "#") == nil)
        #expect(BlockLetters.rows(of: "_", width: 40, ink: "#") == nil)
        #expect(BlockLetters.rows(of: "", width: 40, ink: "#") == nil)
    }
}
