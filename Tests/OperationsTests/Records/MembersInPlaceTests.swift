import JSON
import LineProtocol
import Testing

@testable import Operations

/// Every member is kept in a place of its own and written under its own name: of values no two of which are alike,
/// each comes back where it was given.
@Suite struct MembersInPlaceTests {
    @Test(arguments: Method.all.map(\.name)) func paramsOfAMethod(name: String) throws {
        expectInPlace(try #require(Method.named(name)).type)
    }

    /// The members inside a member that `help` tells are members again, which no declaration can say.
    @Test(arguments: Method.all.map(\.name).filter { $0 != "help" }) func resultOfAMethod(name: String) throws
    {
        let method = try #require(Method.named(name))
        expectInPlace(result(of: method.type))
    }

    @Test func dataOfEvents() {
        for record in EventDescription.records { expectInPlace(record, writesSequenceAsText: true) }
        expectInPlace(EventOrigin.self)
    }

    @Test func paramsAndResultsOfTheDaemonsOwn() {
        let own: [any Operation.Type] = [LabelsRecord.self, LabelsWait.self, HistorySlice.self]
        for type in own {
            expectInPlace(type)
            expectInPlace(result(of: type))
        }
    }

    private func result<Type: Operation>(of type: Type.Type) -> any Record.Type { Type.Result.self }

    /// Samples with several offsets, since a word that is meant where none is given is rightly not written.
    private func expectInPlace(_ type: any Record.Type, writesSequenceAsText: Bool = false) {
        var written: Set<String> = []
        for offset in 0..<8 {
            var samples = SampleValues(offset: offset, writesSequenceAsText: writesSequenceAsText)
            let given = samples.object(of: type.params)
            var faults: [ParamFault] = []
            let object = type.read(given, faults: &faults).json
            #expect(faults.isEmpty, "\(type): \(faults)")
            compare(.object(object), .object(given), at: "", of: "\(type)", &written)
        }
        let lost = paths(of: type.params, at: "").subtracting(written)
        #expect(lost.isEmpty, "\(type) loses \(lost.sorted())")
    }

    /// Compares the members that were written with what was given, and notes them.
    private func compare(
        _ written: JSONValue, _ given: JSONValue, at path: String, of type: String, _ seen: inout Set<String>
    ) {
        switch (written, given) {
        case (.object(let object), .object(let wanted)):
            for (name, value) in object.members {
                let place = joined(path, name)
                seen.insert(place)
                compare(value, wanted[name] ?? .null, at: place, of: type, &seen)
            }
        case (.array(let elements), .array(let wanted)):
            #expect(elements.count == wanted.count, "\(type) \(path)")
            for (element, given) in zip(elements, wanted) {
                compare(element, given, at: path, of: type, &seen)
            }
        default: #expect(written == given, "\(type) \(path)")
        }
    }

    private func paths(of params: [Param], at path: String) -> Set<String> {
        params.reduce(into: []) { all, param in
            let place = joined(path, param.name)
            all.insert(place)
            all.formUnion(paths(of: param.type.members ?? [], at: place))
        }
    }
}
