import Domain
import LineProtocol
import Operations

/// The methods of the protocol, as the client shows and completes them: the one place that knows where they are
/// declared.
enum Catalogue {
    struct Area: Sendable {
        let title: String
        let methods: [ShownMethod]
    }

    /// A kind of refusal, with what it means.
    struct Kind: Sendable {
        let name: String
        let code: Int
        let meaning: String
    }

    /// In the order in which they are documented.
    static let areas = Method.areas.map { Area(title: $0.title, methods: $0.methods.map(ShownMethod.init)) }

    static let methods = areas.flatMap(\.methods)

    /// The method of this name; nil where this program knows none.
    static func method(named name: String) -> ShownMethod? { byName[name] }

    static let kinds = ErrorKind.allCases.map {
        Kind(name: $0.rawValue, code: $0.code, meaning: $0.meaning)
    }

    private static let byName = Dictionary(uniqueKeysWithValues: methods.map { ($0.name, $0) })
}

extension ShownMethod {
    fileprivate init(_ method: Method) {
        self.init(
            name: method.name, summary: method.summary, changes: method.changes,
            roles: Role.allCases.filter { method.isAllowed(to: [$0]) }.map(\.rawValue),
            params: method.params.map(ShownParam.init), rules: method.rules.map(\.description),
            choices: method.rules.compactMap(\.choice),
            result: method.result.map(\.name), errors: method.refusals.map(\.rawValue))
    }
}

extension ShownParam {
    fileprivate init(_ param: Param) {
        self.init(
            name: param.name, type: param.type.description, isRequired: param.isRequired, doc: param.doc,
            members: (param.type.members ?? []).map(ShownParam.init), isList: param.type.isList,
            words: param.type.words)
    }
}

extension ParamRule {
    /// The params of which exactly one must be given.
    fileprivate var choice: [String]? { if case .exactlyOne(let names) = self { names } else { nil } }
}

extension ParamType {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }

    /// The words of which a value, or an element of one, is one.
    fileprivate var words: [String] {
        switch self {
        case .choice(let words), .choiceOrList(let words, _): words
        case .flag: ["true", "false"]
        case .list(let element, _): element.words
        default: []
        }
    }
}
