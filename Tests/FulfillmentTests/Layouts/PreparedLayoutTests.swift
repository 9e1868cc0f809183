import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// Layouts that the daemon compiles before they are decided.
@Suite struct PreparedLayoutTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func command(_ method: String, _ yaml: String, id: String? = nil) throws -> Command {
        try TestSite.command(method, ["yaml": .string(yaml)], id: id).get()
    }

    private func decide(_ command: Command) throws -> Outcome {
        try site.site.decide([command], at: site.now)[0]
    }

    @Test func aCheckSaysTheSame() throws {
        for yaml in [try TestSite.layoutText("wh-ny"), "aisles: 7"] {
            let check = try command("layout.check", yaml)
            let prepared = check.prepared(with: PreparedLayout(yaml: yaml))
            #expect(site.outcome(of: prepared) == site.outcome(of: check))
        }
    }

    @Test func aRepeatThatWasNotCompiledGetsTheSameAnswer() throws {
        let yaml = try TestSite.layoutText("wh-ny")
        let load = try command("layout.load", yaml, id: "l-1")
        let answer = try decide(load.prepared(with: PreparedLayout(yaml: yaml)))
        guard case .answer = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(try decide(load) == answer)
        #expect(try site.read(LayoutList()).layouts.first?.revision == 2)
    }

    @Test func whatIsRefusedLeavesTheFloorAsItWas() throws {
        let load = try command("layout.load", "aisles: 7", id: "l-2")
        guard
            case .refusal(.layoutFaults) = try decide(load.prepared(with: PreparedLayout(yaml: "aisles: 7")))
        else {
            Issue.record("a faulty layout was taken")
            return
        }
        #expect(try site.read(LayoutList()).layouts.first?.revision == 1)
        try site.receive(5, "PEN", in: "A-1-01")
        #expect(try site.available("PEN") == 5)
    }
}
