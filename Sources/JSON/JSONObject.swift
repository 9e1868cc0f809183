/// The members of a JSON object in the order in which they were written.
///
/// Look-up is linear: the objects of a line protocol have a dozen members, where a scan beats hashing.
/// Two objects are equal when they hold the same members, whatever their order.
public struct JSONObject: Sendable {
    public private(set) var members: [(key: String, value: JSONValue)]

    public init() { members = [] }

    /// - Precondition: no key stands twice.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        self.members = members.map { (key: $0.0, value: $0.1) }
    }

    public var keys: [String] { members.map(\.key) }
    public var isEmpty: Bool { members.isEmpty }
    public var count: Int { members.count }

    /// Whether there is a member with this key.
    public func contains(_ key: String) -> Bool { members.contains { $0.key == key } }

    /// The value at `key`. Setting nil removes the member; setting a new key appends it.
    public subscript(key: String) -> JSONValue? {
        get { members.firstIndex { $0.key == key }.map { members[$0].value } }
        set {
            if let index = members.firstIndex(where: { $0.key == key }) {
                if let newValue { members[index].value = newValue } else { members.remove(at: index) }
            } else if let newValue {
                members.append((key: key, value: newValue))
            }
        }
    }

    mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// Appends a member known to be new, without a search for its key.
    mutating func append(_ key: String, _ value: JSONValue) {
        members.append((key: key, value: value))
    }

    /// Appends the text with the members sorted by key at every depth, in the order of the keys' bytes: the same for two
    /// requests that say the same.
    public func writeCanonical(to bytes: inout [UInt8]) {
        let sorted = members.indices.sorted { left, right in
            members[left].key.utf8.lexicographicallyPrecedes(members[right].key.utf8)
        }
        bytes.append(UInt8(ascii: "{"))
        for (place, index) in sorted.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.writeQuoted(members[index].key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            members[index].value.writeCanonical(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

extension JSONObject: Equatable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}

extension JSONValue {
    /// Appends the text with the members of every object in it sorted (``JSONObject/writeCanonical(to:)``).
    public func writeCanonical(to bytes: inout [UInt8]) {
        switch self {
        case .object(let object): object.writeCanonical(to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.writeCanonical(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        default: write(to: &bytes)
        }
    }
}
