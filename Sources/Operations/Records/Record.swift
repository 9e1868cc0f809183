public import JSON
public import LineProtocol

/// A value that crosses the wire as a JSON object: the params of an operation, a result, an event's data, or an
/// object inside one of these.
///
/// Its members are declared once. From the declaration come the reading with every check, the writing, `help`,
/// the manual pages, completion, the protocol pages and the machine-readable description.
///
///     struct OrderHold: Record {
///         var order = OrderID("")
///         var reason: String?
///         static let fields: [Field<OrderHold>] = [
///             .required("order_id", \.order, .orderID, "The order."),
///             .optional("reason", \.reason, .note, "Why."),
///         ]
///     }
public protocol Record: Sendable {
    /// A record with nothing in it yet; what is required is put in by the reading.
    init()
    /// The members, in the order in which a person would write them.
    static var fields: [Field<Self>] { get }
}

extension Record {
    /// The members as they are described and checked.
    public static var params: [Param] { fields.map(\.param) }

    /// Reads an object and collects every fault in it: members that are not known, missing, or wrong.
    ///
    /// - Complexity: linear in the members.
    public static func read(_ object: JSONObject, at path: String = "", faults: inout [ParamFault]) -> Self {
        var record = Self()
        for (name, value) in object.members {
            if let field = fields.first(where: { $0.param.name == name }) {
                field.read(value, path, &record, &faults)
            } else {
                faults.append(.unknown(name, at: path, among: fields.map(\.param.name)))
            }
        }
        for field in fields where field.param.isRequired && object[field.param.name] == nil {
            faults.append(.missing(field.param, at: path))
        }
        return record
    }

    /// Reads an object that the daemon wrote: members that this program does not know yet are passed over, at every
    /// depth.
    ///
    /// - Throws: the first fault.
    public init(reading object: JSONObject) throws(ParamFault) {
        var faults: [ParamFault] = []
        self = Self.read(object, faults: &faults)
        if let fault = faults.first(where: { !$0.isOfUnknownName }) { throw fault }
    }

    /// The record as the wire has it, as JSON text; members that are not given are left out.
    public var text: String {
        var text = JSONWriter()
        write(to: &text)
        return text.text
    }

    /// The record as the wire has it, for who looks at single members.
    public var json: JSONObject {
        guard let object = (try? JSONValue(parsing: text))?.object else {
            preconditionFailure("\(Self.self) writes what is no JSON object: \(text)")
        }
        return object
    }

    public func write(to text: inout JSONWriter) {
        text.beginObject()
        writeMembers(to: &text)
        text.endObject()
    }

    /// Writes the members among those of an object that has been begun.
    public func writeMembers(to text: inout JSONWriter) {
        withUnsafePointer(to: self) { record in
            for field in Self.fields { field.write(record, &text) }
        }
    }
}
