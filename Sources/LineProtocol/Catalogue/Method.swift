public import JSON

/// One method of the protocol, declared once.
///
/// `help`, the checks of params, the reading of words, the roles and the protocol page are all made from
/// these declarations.
public struct Method: Sendable, Equatable {
    /// Such as `order.allocate`.
    public let name: String
    /// Whether it changes something and therefore carries a `command_id`.
    public let changes: Bool
    /// Who may call it, beside a lead, who may call everything.
    public let roles: [Role]
    /// One sentence.
    public let summary: String
    /// In the order in which a person would write them; `command_id` comes last where there is one.
    public let params: [Param]
    public let rules: [ParamRule]
    /// The members of the result.
    public let result: String
    /// The kinds of refusal that belong to this method; those of any line are not repeated.
    public let kinds: [ErrorKind]

    /// A method that changes something.
    static func change(
        _ name: String, _ roles: [Role], _ summary: String, _ params: [Param], rules: [ParamRule] = [],
        result: String, kinds: [ErrorKind] = []
    ) -> Method {
        Method(
            name: name, changes: true, roles: roles, summary: summary, params: params + [.commandID],
            rules: rules,
            result: result, kinds: kinds)
    }

    /// A method that only reads.
    static func read(
        _ name: String, _ roles: [Role], _ summary: String, _ params: [Param] = [], rules: [ParamRule] = [],
        result: String, kinds: [ErrorKind] = []
    ) -> Method {
        Method(
            name: name, changes: false, roles: roles, summary: summary, params: params, rules: rules,
            result: result, kinds: kinds)
    }
}

extension Method {
    /// Whether a caller with these roles may call it.
    public func isAllowed(to callers: some Sequence<Role>) -> Bool {
        callers.contains { $0 == .lead || roles.contains($0) }
    }

    /// The params with every value checked.
    ///
    /// - Parameter mayLackCommandID: whether a change may come without `command_id`, as it may in words.
    /// - Throws: ``ErrorKind/badParams`` naming every fault with its path.
    public func checked(_ params: JSONObject, mayLackCommandID: Bool = false) throws(ProtocolError)
        -> JSONObject
    {
        var check = ParamCheck()
        let lacksCommandID = mayLackCommandID && params["command_id"] == nil
        let declared = lacksCommandID ? self.params.filter { $0 != .commandID } : self.params
        let checked = check.object(params, as: declared)
        for rule in rules { check.rule(rule, checked) }
        if !check.faults.isEmpty { throw .badParams(check.faults, method: name) }
        return checked
    }
}

extension Param {
    static let commandID = Param.required(
        "command_id", .commandID, "The caller's own id of this change; the same line may be sent again.")
}
