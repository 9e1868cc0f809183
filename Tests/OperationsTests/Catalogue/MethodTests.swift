import Domain
import LineProtocol
import Testing

@testable import Operations

@Suite struct MethodTests {
    @Test func namesAreUniqueAndFound() {
        #expect(Set(Method.all.map(\.name)).count == Method.all.count)
        #expect(Method.all.allSatisfy { Method.named($0.name)?.name == $0.name })
        #expect(Method.named("order.nosuch") == nil)
    }

    /// `area.verb`, or a word alone for what is asked of the daemon itself.
    @Test func namesAreWellFormed() {
        for method in Method.all {
            let parts = method.name.split(separator: ".", omittingEmptySubsequences: false)
            #expect((1...2).contains(parts.count), "\(method.name)")
            #expect(
                parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLowercase || $0 == "_" } },
                "\(method.name)")
        }
    }

    @Test func changesAndOnlyTheyCarryACommandID() {
        for method in Method.all {
            #expect(method.params.contains(.commandID) == method.changes, "\(method.name)")
        }
    }

    @Test func rulesNameParamsThatAreOptional() {
        for method in Method.all {
            for rule in method.rules {
                let names =
                    switch rule {
                    case .exactlyOne(let names), .atMostOne(let names): names
                    }
                for name in names {
                    #expect(
                        method.params.contains { $0.name == name && !$0.isRequired }, "\(method.name) \(name)"
                    )
                }
            }
        }
    }

    @Test func leadsMayDoEverything() {
        #expect(Method.all.allSatisfy { $0.isAllowed(to: [.lead]) })
        #expect(Method.named("order.allocate")?.isAllowed(to: [.picker, .viewer]) == false)
        #expect(Method.named("order.allocate")?.isAllowed(to: [.oms]) == true)
    }

    @Test(arguments: Method.all.map(\.name)) func declarationsAreSpelledOut(name: String) throws {
        let method = try #require(Method.named(name))
        #expect(method.summary.hasSuffix("."))
        expectSpelledOut(method.params, of: name)
        expectSpelledOut(method.result, of: name)
    }

    @Test func eventsAreSpelledOut() {
        #expect(EventDescription.all.map(\.type).sorted() == EventType.allCases.map(\.rawValue).sorted())
        for event in EventDescription.all {
            #expect(event.summary.hasSuffix("."), "\(event.type)")
            expectSpelledOut(event.data, of: event.type)
        }
    }

    /// Kinds that any line may be refused as are said once, in ``ErrorKind/ofAnyLine``; `help` alone may be asked for
    /// a method that there is not.
    @Test func refusalsAreTheMethodsOwn() {
        let common = ErrorKind.ofAnyLine + ErrorKind.ofAnyChange
        #expect(Set(common).count == common.count)
        for method in Method.all {
            let own = method.refusals.filter { !common.contains($0) }
            #expect(own.count == method.refusals.count || method.name == "help", "\(method.name)")
            #expect(Set(method.refusals).count == method.refusals.count, "\(method.name)")
        }
    }

    private func expectSpelledOut(_ params: [Param], of name: String) {
        #expect(Set(params.map(\.name)).count == params.count, "\(name)")
        for param in params {
            #expect(param.doc.hasSuffix(".") && param.doc.count > 3, "\(name) \(param.name)")
            let letters = param.name.hasPrefix("x-") ? param.name.replacing("-", with: "_") : param.name
            #expect(letters.allSatisfy { $0.isLowercase || $0 == "_" }, "\(name) \(param.name)")
            expectSpelledOut(param.type.members ?? [], of: name)
        }
    }
}
