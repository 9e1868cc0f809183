import JSON
public import LineProtocol

/// One member of a record: its name, how it is spelled, what it says, and where in the record it is kept.
public struct Field<Root>: Sendable {
    /// As it is described.
    public let param: Param
    let read: @Sendable (JSONValue, _ path: String, inout Root, inout [ParamFault]) -> Void
    /// Writes the member, or nothing where it is left out.
    let write: @Sendable (UnsafePointer<Root>, inout JSONWriter) -> Void
}

extension Field {
    /// A member that must be there.
    public static func required<Value>(
        _ name: String, _ place: Place<Root, Value>, _ type: ValueType<Value>, _ doc: String
    ) -> Field {
        Field(param: .required(name, type.type, doc)) { value, path, root, faults in
            if let read = type.read(value, joined(path, name), &faults) { root[keyPath: place] = read }
        } write: { [key = JSONKey(name), property = StoredProperty(place)] root, text in
            text.key(key)
            type.write(property.read(in: root), &text)
        }
    }

    /// A member that may be left out.
    public static func optional<Value>(
        _ name: String, _ place: Place<Root, Value?>, _ type: ValueType<Value>, _ doc: String
    ) -> Field {
        Field(param: .optional(name, type.type, doc)) { value, path, root, faults in
            if let read = type.read(value, joined(path, name), &faults) { root[keyPath: place] = read }
        } write: { [key = JSONKey(name), property = StoredProperty(place)] root, text in
            guard let value = property.read(in: root) else { return }
            text.key(key)
            type.write(value, &text)
        }
    }

    /// A member that may be left out, and then is what the record begins with; it is not written where it is
    /// `absent`.
    public static func defaulted<Value: Equatable & Sendable>(
        _ name: String, _ place: Place<Root, Value>, _ type: ValueType<Value>,
        absent: Value, _ doc: String
    ) -> Field {
        Field(param: .optional(name, type.type, doc)) { value, path, root, faults in
            if let read = type.read(value, joined(path, name), &faults) { root[keyPath: place] = read }
        } write: { [key = JSONKey(name), property = StoredProperty(place)] root, text in
            let value = property.read(in: root)
            if value == absent { return }
            text.key(key)
            type.write(value, &text)
        }
    }

    /// A switch that is off where it is left out.
    public static func flag(_ name: String, _ place: Place<Root, Bool>, _ doc: String) -> Field {
        defaulted(name, place, .flag, absent: false, doc)
    }

    /// A list that is empty where it is left out.
    public static func list<Element: Equatable>(
        _ name: String, _ place: Place<Root, [Element]>, of type: ValueType<Element>,
        max: Int, _ doc: String
    ) -> Field where Element: Sendable {
        defaulted(name, place, .list(of: type, max: max), absent: [], doc)
    }

    /// A list of a result, there even where it is empty.
    public static func rows<Element>(
        _ name: String, _ place: Place<Root, [Element]>, of type: ValueType<Element>,
        _ doc: String
    ) -> Field {
        required(name, place, .list(of: type, max: RecordLimits.rowsMax), doc)
    }
}

extension Field {
    /// The members of another record, standing among those of this one.
    public static func members<Inner: Record>(of place: Place<Root, Inner>) -> [Field] {
        let record = StoredProperty(place)
        return Inner.fields.map { inner in
            Field(param: inner.param) { value, path, root, faults in
                inner.read(value, path, &root[keyPath: place], &faults)
            } write: { root, text in record.withPointer(in: root) { inner.write($0, &text) } }
        }
    }
}

extension Array {
    /// The members of another record: `[…] + .members(of: \.page)`.
    public static func members<Root, Inner: Record>(of place: Place<Root, Inner>) -> [Field<Root>]
    where Element == Field<Root> {
        Field<Root>.members(of: place)
    }
}

/// The bounds of what records hold beside those of the wire.
enum RecordLimits {
    /// Elements of a list in a result: bounded by the answer's bytes, not by this.
    static let rowsMax = 1_000_000
}

/// Where in a record the value of a member is kept.
public typealias Place<Root, Value> = any WritableKeyPath<Root, Value> & Sendable
