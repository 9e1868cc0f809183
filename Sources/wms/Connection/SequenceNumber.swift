import JSON

extension JSONValue {
    /// An event's sequence number, which may come as a text or as a number.
    var sequence: Int? {
        guard let number = int ?? string.flatMap({ Int($0) }), number >= 0 else { return nil }
        return number
    }
}
