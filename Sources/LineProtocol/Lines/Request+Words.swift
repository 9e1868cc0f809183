import Domain

extension Request {
    /// Reads the method of a request in words: `tour.scan step=12 code=0012345 command_id=h07-812`.
    init(words line: some Collection<UInt8>) throws(RequestFault) {
        guard let text = String(validating: Array(line), as: UTF8.self) else {
            throw RequestFault(id: .none, error: ProtocolError(.notUTF8, "the line is not UTF-8"))
        }
        let method = text.prefix { !$0.isWordSpace }
        guard !method.contains("=") else {
            throw .invalid(.none, "the method comes first, then name=value pairs")
        }
        self.init(
            id: .none, method: String(method), arguments: .words(String(text.dropFirst(method.count))))
    }
}
