public import JSON
public import LineProtocol

/// What a client needs of an operation: its params as a request carries them, and its result out of the answer.
extension Operation {
    /// The params of a request for it.
    ///
    /// - Parameter commandID: what a change is known by; not sent where the operation changes nothing.
    public func requestParams(commandID: String? = nil) -> JSONObject {
        var params = json
        if Self.declaration.changes, let commandID { params[Param.commandID.name] = .string(commandID) }
        return params
    }

    /// Reads the answer to a request for it; members that this program does not know yet are passed over.
    ///
    /// - Throws: ``ClientError/unreadable(method:fault:)`` where a declared member is missing or of another form.
    public static func result(in answer: JSONValue) throws(ClientError) -> Result {
        guard let object = answer.object else {
            throw .unreadable(
                method: declaration.name, fault: .wrongType(answer, .object(Result.params), ""))
        }
        do throws(ParamFault) { return try Result(reading: object) } catch {
            throw .unreadable(method: declaration.name, fault: error)
        }
    }

    /// An operation of params as a person wrote them.
    ///
    /// - Throws: ``ClientError/refused(_:)``, in the daemon's own words, where it would refuse them.
    public init(written params: JSONObject) throws(ClientError) {
        var faults: [ParamFault] = []
        self = Self.checked(params, faults: &faults)
        if !faults.isEmpty {
            throw .refused(LineError(refusal: .badParams(faults, method: Self.declaration.name)))
        }
    }
}
