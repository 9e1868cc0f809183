import Testing

@testable import LineProtocol

@Suite struct MethodTests {
    @Test func namesAreUniqueAndFound() {
        #expect(Set(Method.all.map(\.name)).count == Method.all.count)
        #expect(Method.all.allSatisfy { Method.named($0.name) == $0 })
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

    @Test(arguments: Method.all) func declarationsAreSpelledOut(method: Method) {
        var names: [String] = []
        func visit(_ params: [Param]) {
            for param in params {
                names.append(param.name)
                #expect(param.doc.hasSuffix(".") && param.doc.count > 3, "\(method.name) \(param.name)")
                #expect(Set(params.map(\.name)).count == params.count, "\(method.name)")
                visit(param.type.members ?? [])
            }
        }
        visit(method.params)
        #expect(method.summary.hasSuffix("."))
        #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "_" } }, "\(method.name)")
    }
}
