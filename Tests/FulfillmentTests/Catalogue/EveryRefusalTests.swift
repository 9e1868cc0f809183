import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

/// A refusal that is declared can come, and none comes that is not: ``TestSite`` looks at each that any test meets.
@Suite("Every refusal of every method")
struct EveryRefusalTests {
    static let cases = RefusalTable.whole.cases
    /// What the daemon answers by itself is tried with the daemon.
    static let methods = Method.all.filter { $0.type is any Rule.Type }

    @Test("Those that are declared are tried, and no others", arguments: methods.map(\.name))
    func table(name: String) throws {
        let declared = Set(try #require(Method.named(name)).refusals)
        let tried = Set(Self.cases.filter { $0.method == name }.map(\.kind))
        #expect(declared.subtracting(tried).map(\.rawValue).sorted() == [], "declared, but not tried")
        #expect(tried.subtracting(declared).map(\.rawValue).sorted() == [], "tried, but not declared")
    }

    @Test("The methods of the table are those that there are")
    func noOthers() {
        #expect(Set(Self.cases.map(\.method)).subtracting(Self.methods.map(\.name)) == [])
    }

    @Test("Each comes where its reason is given", arguments: Set(cases.map(\.method)).sorted())
    func reason(method: String) throws {
        for refused in Self.cases where refused.method == method {
            let site = try refused.world.open()
            let answer = try site.outcome(of: method, try refused.request(site))
            #expect(answer["refused"]?.string == refused.kind.rawValue, "\(method): \(answer)")
        }
    }
}
