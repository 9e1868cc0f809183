public import Domain
public import JSON
public import LineProtocol

/// One method of the protocol as a type: its params are the properties, its result another record.
///
/// A method is declared here and nowhere else. The rule that carries it out, the checks, `help` and every
/// document and call are made from this type.
public protocol Operation: Record {
    associatedtype Result: Record
    static var declaration: Declaration { get }
}

/// What is said of a method beside its params and its result.
public struct Declaration: Sendable {
    /// Such as `order.allocate`.
    public let name: String
    /// Whether it changes something and therefore carries a `command_id`.
    public let changes: Bool
    /// Who may call it, beside a lead, who may call everything.
    public let roles: [Role]
    /// One sentence.
    public let summary: String
    /// What ties several params together.
    public let rules: [ParamRule]
    /// The kinds of refusal that belong to this method; those of any line are not repeated.
    public let refusals: [ErrorKind]
    /// Whether the first param may be given without its name in a line in words though it may be left out.
    public var takesBareWord = false
    /// What to ask instead where the answer would exceed a line.
    public var whenTooLong = "ask for less"

    /// A method that changes something.
    public static func change(
        _ name: String, _ roles: [Role], _ summary: String, rules: [ParamRule] = [], refusals: [ErrorKind] = [],
        takesBareWord: Bool = false
    ) -> Declaration {
        Declaration(
            name: name, changes: true, roles: roles, summary: summary, rules: rules, refusals: refusals,
            takesBareWord: takesBareWord)
    }

    /// A method that only reads.
    public static func read(
        _ name: String, _ roles: [Role], _ summary: String, rules: [ParamRule] = [], refusals: [ErrorKind] = [],
        takesBareWord: Bool = false, whenTooLong: String = "ask for less"
    ) -> Declaration {
        Declaration(
            name: name, changes: false, roles: roles, summary: summary, rules: rules, refusals: refusals,
            takesBareWord: takesBareWord, whenTooLong: whenTooLong)
    }
}

extension Operation {
    /// Reads params that stand alone, as a row of an import does; every fault is collected.
    public static func checked(_ params: JSONObject, faults: inout [ParamFault]) -> Self {
        let operation = read(params, faults: &faults)
        var check = ParamCheck()
        for rule in declaration.rules { check.rule(rule, params) }
        faults += check.faults
        return operation
    }
}
