import JSON
import LineProtocol
import Testing

@testable import Operations

/// What every declaration of the catalogue keeps to.
@Suite struct DeclaredMembersTests {
    @Test(arguments: Method.all.map(\.name)) func noNameStandsTwice(name: String) throws {
        let method = try #require(Method.named(name))
        #expect(doubled(in: method.params) == [])
        #expect(doubled(in: method.result) == [])
    }

    private func doubled(in params: [Param], at path: String = "") -> [String] {
        let names = params.map(\.name)
        let own = names.enumerated().filter { names[..<$0.offset].contains($0.element) }
        return own.map { joined(path, $0.element) }
            + params.flatMap { doubled(in: $0.type.members ?? [], at: joined(path, $0.name)) }
    }

    @Test(arguments: Method.all.map(\.name)) func allThatIsMissingIsNamed(name: String) throws {
        let method = try #require(Method.named(name))
        let required = ownParams(of: method).filter(\.isRequired).map(\.name)
        let chosen = method.rules.compactMap { if case .exactlyOne(let names) = $0 { names[0] } else { nil } }
        var faults: [ParamFault] = []
        _ = method.type.checked([:], faults: &faults)
        #expect(faults.map(\.path) == required + chosen)
    }

    @Test(arguments: Method.all.map(\.name)) func everyParamOfAWrongTypeIsNamed(name: String) throws {
        let method = try #require(Method.named(name))
        for param in ownParams(of: method) {
            var faults: [ParamFault] = []
            _ = method.type.checked([param.name: nil], faults: &faults)
            #expect(
                faults.contains { $0.path == param.name && $0.message.hasPrefix("is null") }, "\(param.name)")
        }
    }

    @Test(arguments: Method.all.map(\.name)) func whatIsLeftOutIsNotMadeUp(name: String) throws {
        let method = try #require(Method.named(name))
        var samples = SampleValues(offset: 0)
        var least = samples.leastObject(of: ownParams(of: method))
        for case .exactlyOne(let names) in method.rules {
            let param = try #require(method.params.first { $0.name == names[0] })
            least[param.name] = samples.value(of: param.type)
        }
        var faults: [ParamFault] = []
        let operation = method.type.checked(least, faults: &faults)
        #expect(faults == [], "\(JSONValue.object(least))")
        #expect(operation.json == least)
    }

    private func ownParams(of method: Method) -> [Param] { method.params.filter { $0 != .commandID } }
}

extension SampleValues {
    /// Only what has to be given, at every depth.
    fileprivate mutating func leastObject(of params: [Param]) -> JSONObject {
        var object = JSONObject()
        for param in params where param.isRequired { object[param.name] = leastValue(of: param.type) }
        return object
    }

    private mutating func leastValue(of type: ParamType) -> JSONValue {
        switch type {
        case .object(let params): .object(leastObject(of: params))
        case .list(let element, _) where element.members != nil: [leastValue(of: element)]
        default: value(of: type)
        }
    }
}
