public import Domain
import LineProtocol

/// The answer to `help`: all methods in a line each, the declaration of one, or the events.
public struct HelpAnswer: Record, Equatable {
    public var methods: [Line]?
    public var method: String?
    public var summary: String?
    public var changes: Bool?
    public var roles: [Role]?
    public var params: [Member]?
    public var rules: [String]?
    public var result: [Member]?
    public var errors: [String]?
    public var events: [Event]?

    public init() {}

    public static let fields: [Field<HelpAnswer>] = [
        .optional("methods", \.methods, .list(of: .record(), max: RecordLimits.rowsMax), "Every method."),
        .optional("method", \.method, .anyID, "The method that was asked for."),
        .optional("summary", \.summary, .sentence, "What it does."),
        .optional("changes", \.changes, .flag, "Whether it changes something and carries a command_id."),
        .optional("roles", \.roles, .list(of: .word(), max: RecordLimits.rowsMax), "Who may call it."),
        .optional("params", \.params, .list(of: .record(), max: RecordLimits.rowsMax), "What may be given."),
        .optional("rules", \.rules, .sentences, "What ties several params together: give each of these."),
        .optional("result", \.result, .list(of: .record(), max: RecordLimits.rowsMax), "What comes back."),
        .optional(
            "errors", \.errors, .list(of: .anyID, max: RecordLimits.rowsMax),
            "The kinds of refusal that are its own."),
        .optional(
            "events", \.events, .list(of: .record(), max: RecordLimits.rowsMax), "Every type of event."),
    ]
}

extension HelpAnswer {
    /// A method in one line.
    public struct Line: Record, Equatable {
        public var method = ""
        public var summary = ""

        public init() {}

        public static let fields: [Field<Line>] = [
            .required("method", \.method, .anyID, "Its name."),
            .required("summary", \.summary, .sentence, "What it does."),
        ]
    }

    /// A param, a member of a result, or one of an event's data.
    public struct Member: Record, Equatable {
        public var name = ""
        public var type = ""
        public var isRequired = false
        public var doc = ""
        public var members: [Member]?

        public init() {}

        public static let fields: [Field<Member>] = [
            .required("name", \.name, .anyID, "Its name."),
            .required("type", \.type, .sentence, "How it is written."),
            .required("required", \.isRequired, .flag, "Whether it is always there."),
            .required("doc", \.doc, .sentence, "What it says."),
            .optional(
                "members", \.members, .inner,
                "The same of each member, where it is an object or a list of such."),
        ]
    }

    /// A type of event.
    public struct Event: Record, Equatable {
        public var type = ""
        public var summary = ""
        public var data: [Member] = []

        public init() {}

        public static let fields: [Field<Event>] = [
            .required("type", \.type, .anyID, "The type."),
            .required("summary", \.summary, .sentence, "When it is emitted."),
            .rows("data", \.data, of: .record(), "What its data says."),
        ]
    }
}

extension ValueType where Value == [HelpAnswer.Member] {
    /// Members inside a member: described without end they could not be.
    fileprivate static var inner: ValueType {
        let type = ParamType.list(of: .untouched, max: RecordLimits.rowsMax)
        return ValueType(type: type) { given, path, faults in
            guard let elements = given.array else {
                faults.append(.wrongType(given, type, path))
                return nil
            }
            return elements.enumerated().map { index, element in
                HelpAnswer.Member.read(
                    element.object ?? [:], at: joined(path, String(index)), faults: &faults)
            }
        } write: { members, text in
            text.beginArray()
            for member in members { member.write(to: &text) }
            text.endArray()
        }
    }
}
