internal import JSON

/// Reads the members of one object by name, each with what it must be; unknown names are refused so that a
/// misspelt rule is never silently ignored.
struct FieldReader {
    private let object: JSONObject
    private let place: String

    /// - Parameter place: what the object is, for messages: `item 3`.
    init(_ value: JSONValue, place: String) throws(PackingError) {
        guard let object = value.object else {
            throw .malformed(field: place, problem: "must be an object, not \(value.typeName)")
        }
        self.object = object
        self.place = place
    }

    func refuseUnknown(_ known: [String]) throws(PackingError) {
        for key in object.keys where !known.contains(key) {
            throw .malformed(
                field: "\(place).\(key)", problem: "is not known; known are \(known.joined(separator: ", "))")
        }
    }

    func value(_ key: String) -> JSONValue? {
        guard let value = object[key], !value.isNull else { return nil }
        return value
    }

    func int(_ key: String) throws(PackingError) -> Int? {
        guard let value = value(key) else { return nil }
        guard let int = value.int else { throw fault(key, "must be a whole number, not \(value)") }
        return int
    }

    func int(_ key: String, or missing: Int) throws(PackingError) -> Int { try int(key) ?? missing }

    /// In 1/10,000 of the money unit.
    func money(_ key: String) throws(PackingError) -> Int? {
        guard let value = value(key) else { return nil }
        guard let units = value.double, let amount = Int(exactly: (units * 10_000).rounded()) else {
            throw fault(key, "must be an amount of money such as 0.42, not \(value)")
        }
        return amount
    }

    func string(_ key: String) throws(PackingError) -> String? {
        guard let value = value(key) else { return nil }
        guard let string = value.string else { throw fault(key, "must be a text, not \(value.typeName)") }
        return string
    }

    func bool(_ key: String, or missing: Bool) throws(PackingError) -> Bool {
        guard let value = value(key) else { return missing }
        guard let bool = value.bool else { throw fault(key, "must be true or false, not \(value.typeName)") }
        return bool
    }

    func strings(_ key: String) throws(PackingError) -> [String] {
        guard let value = value(key) else { return [] }
        guard let array = value.array else { throw fault(key, "must be a list, not \(value.typeName)") }
        var strings: [String] = []
        for element in array {
            guard let string = element.string else { throw fault(key, "must hold texts, not \(element)") }
            strings.append(string)
        }
        return strings
    }

    func size(_ key: String) throws(PackingError) -> Size? {
        guard let value = value(key) else { return nil }
        let edges = (value.array ?? []).compactMap(\.int)
        guard edges.count == 3, value.array?.count == 3 else {
            throw fault(key, "must be three whole numbers [length, width, height], not \(value)")
        }
        return Size(lengthMM: edges[0], widthMM: edges[1], heightMM: edges[2])
    }

    func required<Value>(_ key: String, _ value: Value?) throws(PackingError) -> Value {
        guard let value else { throw fault(key, "is missing") }
        return value
    }

    func fault(_ key: String, _ problem: String) -> PackingError {
        .malformed(field: "\(place).\(key)", problem: problem)
    }
}
