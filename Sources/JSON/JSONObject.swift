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
        var keys = members.indices.map { SortedKey(members[$0].key, at: $0) }
        keys.sort { left, right in
            if left.beginning != right.beginning { return left.beginning < right.beginning }
            return members[left.place].key.utf8.lexicographicallyPrecedes(members[right.place].key.utf8)
        }
        bytes.append(UInt8(ascii: "{"))
        for (position, key) in keys.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONValue.writeQuoted(members[key.place].key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            members[key.place].value.writeCanonical(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }
}

/// A member's key as it is sorted: most keys of an object differ in their first eight bytes, which are compared as
/// one number.
private struct SortedKey {
    let place: Int
    /// The key's first eight bytes, the first of them highest; 0 stands for each that it does not have.
    let beginning: UInt64

    init(_ key: String, at place: Int) {
        self.place = place
        var key = key
        beginning = key.withUTF8 { bytes -> UInt64 in
            var beginning: UInt64 = 0
            for index in 0..<8 {
                beginning <<= 8
                if index < bytes.count { beginning |= UInt64(bytes[index]) }
            }
            return beginning
        }
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
