import Domain
import LineProtocol

extension Help {
    /// What is asked for.
    ///
    /// - Throws: ``ErrorKind/unknownMethod``, with the nearest name.
    public var answer: HelpAnswer {
        get throws(ProtocolError) {
            switch method {
            case nil: .index
            case "events": .events
            case let name?: HelpAnswer(try Method.find(name))
            }
        }
    }
}

extension HelpAnswer {
    /// Every method in one line.
    public static let index: HelpAnswer = {
        var answer = HelpAnswer()
        answer.methods = Method.all.map { method in
            var line = Line()
            (line.method, line.summary) = (method.name, method.summary)
            return line
        }
        return answer
    }()

    /// The declaration of a method.
    public init(_ method: Method) {
        self.method = method.name
        summary = method.summary
        changes = method.changes
        roles = Role.allCases.filter { method.isAllowed(to: [$0]) }
        params = method.params.map { Member($0, type: \.description) }
        rules = method.rules.map(\.description)
        result = method.result.map { Member($0, type: \.words) }
        errors = method.refusals.map(\.rawValue)
    }

    /// Every type of event with its data.
    public static let events: HelpAnswer = {
        var answer = HelpAnswer()
        answer.events = EventDescription.all.map { described in
            var event = Event()
            (event.type, event.summary) = (described.type, described.summary)
            event.data = described.data.map { Member($0, type: \.words) }
            return event
        }
        return answer
    }()
}

extension HelpAnswer.Member {
    /// - Parameter words: how a type is written.
    init(_ param: Param, type words: (ParamType) -> String) {
        (name, type, isRequired, doc) = (param.name, words(param.type), param.isRequired, param.doc)
        members = param.type.members.map { $0.map { HelpAnswer.Member($0, type: words) } }
    }
}
