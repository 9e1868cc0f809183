import Common
public import JSON

/// What is wrong with one value, and where it stands.
public struct ParamFault: Error, Equatable, Sendable {
    /// Names and list positions from 0, joined by dots: `order.items.0.qty`.
    public let path: String
    /// What is wrong and what would be right.
    public let message: String
    /// The known name that an unknown one resembles most.
    public let nearest: String?
    /// Whether there is no member of this name: what a later version adds, where the daemon wrote it.
    public let isOfUnknownName: Bool

    public init(_ path: String, _ message: String, nearest: String? = nil, isOfUnknownName: Bool = false) {
        self.path = path
        self.message = message
        self.nearest = nearest
        self.isOfUnknownName = isOfUnknownName
    }
}

extension ParamFault {
    /// A param that has to be there is left out: what it says, and its type.
    public static func missing(_ param: Param, at path: String = "") -> ParamFault {
        let doc = param.doc.hasSuffix(".") ? String(param.doc.dropLast()) : param.doc
        let wanted = doc.isEmpty ? "\(param.type)" : "\(doc) (\(param.type))"
        return ParamFault(joined(path, param.name), "is missing: \(wanted)")
    }

    /// There is no such member, with the declared one that its name resembles most.
    public static func unknown(_ name: String, at path: String, among names: [String]) -> ParamFault {
        let nearest = nearestWord(to: name, among: names)
        let hint = nearest.map { ": did you mean \($0)?" } ?? ""
        return ParamFault(
            joined(path, name), "is not known here\(hint)", nearest: nearest, isOfUnknownName: true)
    }

    /// A value is of another type than is declared.
    public static func wrongType(_ value: JSONValue, _ type: ParamType, _ path: String) -> ParamFault {
        let hint = value.isNull ? "leave it out or give \(type)" : "give \(type)"
        return ParamFault(path, "is \(value.typeName): \(hint)")
    }
}

extension ParamFault: CustomStringConvertible {
    public var description: String { path.isEmpty ? message : "\(path) \(message)" }
}

/// `name` below `path`, in the spelling that faults and the words form share.
public func joined(_ path: String, _ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
