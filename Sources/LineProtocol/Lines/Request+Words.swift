import JSON

extension Request {
    /// Reads a request in words: `tour.scan step=12 code=0012345 command_id=h07-812`.
    ///
    /// The method comes first. A word without `=` right after it is the method's first param, so that
    /// `help tour.scan` and `order.get ORD-1` can be typed.
    init(words line: some Collection<UInt8>) throws(RequestFault) {
        guard let text = String(validating: Array(line), as: UTF8.self) else {
            throw RequestFault(id: .none, error: ProtocolError(.notUTF8, "the line is not UTF-8"))
        }
        do throws(WordFault) {
            let words = try Word.split(text)
            // A line that holds more than space has a first word.
            guard let first = words.first, first.value == nil else { throw .namelessMethod }
            let method = try Self.method(first.name)
            var reader = WordReader(method.params)
            for (index, word) in words.dropFirst().enumerated() {
                reader.take(Self.named(word, at: index, of: method))
            }
            if !reader.faults.isEmpty { throw .params(.badParams(reader.faults, method: method.name)) }
            self = try Self.checked(method, reader.params)
        } catch {
            throw error.requestFault
        }
    }

    private static func method(_ name: String) throws(WordFault) -> Method {
        do throws(RequestFault) { return try Method.find(name, for: .none) } catch {
            throw .params(error.error)
        }
    }

    private static func checked(_ method: Method, _ params: JSONObject) throws(WordFault) -> Request {
        do throws(RequestFault) {
            return try Request(id: .none, method: method, params: params, mayLackCommandID: true)
        } catch { throw .params(error.error) }
    }

    private static func named(_ word: Word, at index: Int, of method: Method) -> Word {
        guard index == 0, word.value == nil, let first = method.params.first else { return word }
        return Word(name: first.name, value: word.name)
    }
}
