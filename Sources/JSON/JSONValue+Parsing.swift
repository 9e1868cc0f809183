extension JSONValue {
    /// Reads one JSON value from UTF-8 text.
    ///
    /// - Throws: ``JSONFault`` naming what is wrong and at which byte.
    /// - Complexity: linear in the text.
    public init(parsing text: some Collection<UInt8>) throws(JSONFault) {
        let result =
            text.withContiguousStorageIfAvailable(Self.parse)
            ?? Array(text).withUnsafeBufferPointer(Self.parse)
        self = try result.get()
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONFault> {
        guard isValidUTF8(bytes) else { return .failure(.notUTF8) }
        var parser = JSONParser(bytes)
        do throws(JSONFault) { return .success(try parser.parseDocument()) } catch { return .failure(error) }
    }

    /// Reads one JSON value from a text.
    public init(parsing text: String) throws(JSONFault) { try self.init(parsing: text.utf8) }
}

private func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a branch a byte, so that plain ASCII is known by a few wide instructions.
    if bytes.reduce(0, |) < 0x80 { return true }
    return String(validating: bytes, as: UTF8.self) != nil
}
