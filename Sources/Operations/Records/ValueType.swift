import JSON
public import LineProtocol

/// How values of one Swift type are spelled on the wire: the declared type with its checks, and the way there
/// and back.
public struct ValueType<Value>: Sendable {
    /// As `help` names it, and what is checked before ``read``.
    public let type: ParamType
    let read: @Sendable (JSONValue, _ path: String, inout [ParamFault]) -> Value?
    let write: @Sendable (Value, inout JSONWriter) -> Void
}

extension ValueType {
    /// A value that is no object and no list: checked by its declared type, then turned into a `Value`.
    init(
        _ type: ParamType, _ value: @escaping @Sendable (JSONValue) -> Value?,
        _ write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) {
        self.type = type
        read = { given, path, faults in
            switch type.reading(given) {
            case .value(let checked): return value(checked)
            case .refused(let why): faults.append(ParamFault(path, why))
            case .wrongType: faults.append(.wrongType(given, type, path))
            }
            return nil
        }
        self.write = write
    }

    /// Elements of one type, at most so many.
    public static func list<Element>(of element: ValueType<Element>, max: Int) -> ValueType
    where Value == [Element] {
        let type = ParamType.list(of: element.type, max: max)
        return ValueType(type: type) { given, path, faults in
            guard let elements = given.array else {
                faults.append(.wrongType(given, type, path))
                return nil
            }
            if elements.count > max {
                faults.append(ParamFault(path, "has \(elements.count) elements; at most \(max) may be given"))
                return nil
            }
            var values: [Element] = []
            values.reserveCapacity(elements.count)
            for (index, value) in elements.enumerated() {
                if let read = element.read(value, joined(path, String(index)), &faults) { values.append(read) }
            }
            return values
        } write: { values, text in
            text.beginArray()
            for value in values { element.write(value, &text) }
            text.endArray()
        }
    }

    /// An object with declared members.
    public static func record() -> ValueType where Value: Record {
        ValueType(type: .object(Value.params)) { given, path, faults in
            guard let object = given.object else {
                faults.append(.wrongType(given, .object(Value.params), path))
                return nil
            }
            return Value.read(object, at: path, faults: &faults)
        } write: { record, text in record.write(to: &text) }
    }
}
