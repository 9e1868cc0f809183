public import Domain
import JSON
public import LineProtocol

/// One method as the catalogue has it, whatever its type: what `help`, completion and the documents need, and
/// the reading of its params.
public struct Method: Sendable {
    /// The operation that it is.
    public let type: any Operation.Type
    public let name: String
    public let changes: Bool
    public let roles: [Role]
    public let summary: String
    /// In the order in which a person would write them; `command_id` comes last where there is one.
    public let params: [Param]
    public let rules: [ParamRule]
    /// The members of the result.
    public let result: [Param]
    public let refusals: [ErrorKind]
    /// Whether boxes may have to be chosen for it, which can take long: only then can it find that goods fit none.
    public let choosesBoxes: Bool
    /// Whether it changes something and may be decided later than what comes after it: when boxes have been chosen, rows
    /// have been booked or a layout has been compiled.
    public let mayBeDecidedLater: Bool
    let read: @Sendable (JSONObject, inout [ParamFault]) -> any Operation

    public init<Type: Operation>(_ type: Type.Type) {
        self.type = type
        let declaration = type.declaration
        (name, changes, roles) = (declaration.name, declaration.changes, declaration.roles)
        (summary, rules, refusals) = (declaration.summary, declaration.rules, declaration.refusals)
        params = type.params + (declaration.changes ? [.commandID] : [])
        result = type.Result.params
        let choosesBoxes = declaration.refusals.contains(.doesNotFit)
        self.choosesBoxes = choosesBoxes
        mayBeDecidedLater =
            declaration.changes
            && (choosesBoxes || declaration.refusals.contains { $0 == .importFaults || $0 == .layoutFaults })
        read = { object, faults in type.checked(object, faults: &faults) }
    }

    /// Whether a caller with these roles may call it.
    public func isAllowed(to callers: some Sequence<Role>) -> Bool {
        callers.contains { $0 == .lead || roles.contains($0) }
    }
}

extension Param {
    static let commandID = Param.required(
        "command_id", .commandID, "The caller's own id of this change; the same line may be sent again.")
}
