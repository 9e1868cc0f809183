import ArgumentParser
import Testing

@testable import wms

@Suite("Options of planning commands")
struct PlanOptionTests {
    private func refusal(_ arguments: [String]) -> String? {
        do {
            _ = try WMS.parseAsRoot(arguments)
            return nil
        } catch { return WMS.message(for: error) }
    }

    @Test(
        "numbers out of bounds are refused with the bounds",
        arguments: [
            (["batch", "--layout", "x", "--totes", "0"], "--totes is 0; give 1 to 1000000000"),
            (
                ["batch", "--layout", "x", "--totes", "1", "--pickers", "0"],
                "--pickers is 0; give 1 to 10000"
            ),
            (["batch", "--layout", "x", "--totes", "1", "--pick-s=-1"], "--pick-s is -1; give 0 to 86400"),
            (
                ["batch", "--layout", "x", "--totes", "1", "--effort=-1"],
                "--effort is -1; give 0 to 1000000000"
            ),
            (
                ["batch", "--layout", "x", "--totes", "1", "--max-weight-g=-1"],
                "--max-weight-g is -1; give 0 to"
            ),
            (
                ["batch", "--layout", "x", "--totes", "1", "--begin", "noon"],
                "--begin is noon; give a time like"
            ),
            (["tour", "--effort=-1"], "--effort is -1; give 0 to 1000000000"),
            (
                ["tour", "--budget-ms", "9223372036854775807"],
                "--budget-ms is 9223372036854775807; give 0 to"
            ),
            (["tour", "--effort", "nan"], "'nan' is invalid"),
            (["tour", "--policy", "zigzag"], "--policy is zigzag; it is optimal, s-shape"),
        ])
    func outOfBounds(options: [String], message: String) throws {
        #expect(try #require(refusal(["plan"] + options)).contains(message))
    }

    @Test("a layout's differences cannot be listed less than not at all")
    func limit() throws {
        let message = try #require(refusal(["layout", "diff", "old.yaml", "new.yaml", "--limit=-1"]))
        #expect(message.contains("--limit is -1; give 0 or more"))
        #expect(refusal(["layout", "diff", "old.yaml", "new.yaml", "--limit=0"]) == nil)
    }
}
