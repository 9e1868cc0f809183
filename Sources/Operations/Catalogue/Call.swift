import Common
public import Domain
public import JSON
public import LineProtocol

/// A request that has been read and checked: the operation that is asked for.
public struct Call: Sendable {
    public let operation: any Operation
    public let method: Method
    /// What was given, without `command_id`: a repeat is known by it.
    public let params: JSONObject
    /// Nil where the method changes nothing, and in words where the caller left it out.
    public let commandID: String?

    /// Reads a request; the caller's roles are checked first.
    ///
    /// - Throws: ``RequestFault``, ready to be answered, with every fault of the params.
    /// - Complexity: linear in the request.
    public init(_ request: Request, by roles: [Role]) throws(RequestFault) {
        do throws(ProtocolError) {
            let method = try Method.find(request.method)
            try method.check(roles)
            var params = try method.object(request.arguments)
            let isInWords = if case .words = request.arguments { true } else { false }
            var faults: [ParamFault] = []
            commandID = method.commandID(&params, mayBeLeftOut: isInWords, &faults)
            operation = method.read(params, &faults)
            if !faults.isEmpty { throw .badParams(faults, method: method.name) }
            self.method = method
            self.params = params
        } catch { throw RequestFault(id: request.id, error: error) }
    }
}

extension Method {
    /// The method of this name, or the refusal that names the nearest one.
    static func find(_ name: String) throws(ProtocolError) -> Method {
        if let method = named(name) { return method }
        var details: JSONObject = ["method": .string(name)]
        var hint = "help lists the methods"
        if let nearest = nearestWord(to: name, among: all.map(\.name)) {
            details["nearest"] = .string(nearest)
            hint = "did you mean \(nearest)?"
        }
        let shown = String(name.prefix(Limits.idBytesMax))
        throw ProtocolError(.unknownMethod, "there is no method \"\(shown)\": \(hint)", details)
    }

    fileprivate func check(_ roles: [Role]) throws(ProtocolError) {
        if isAllowed(to: roles) { return }
        let held = roles.isEmpty ? "none" : roles.map(\.rawValue).joined(separator: ", ")
        throw ProtocolError(
            .notAllowed, "\(name) is not for you: your roles are \(held)", ["method": .string(name)])
    }

    /// The params as an object, words read by the declared types.
    fileprivate func object(_ arguments: Request.Arguments) throws(ProtocolError) -> JSONObject {
        let text: String
        switch arguments {
        case .object(let object): return object
        case .words(let words): text = String(words.drop(while: \.isWhitespace))
        }
        if text.hasPrefix("{") { return try object(inJSON: text) }
        let words: [Word]
        do throws(WordFault) { words = try Word.split(text) } catch {
            throw ProtocolError(.invalidRequest, "\(error)")
        }
        var reader = WordReader(params)
        for (index, word) in words.enumerated() { reader.read(named(word, at: index)) }
        if !reader.faults.isEmpty { throw .badParams(reader.faults, method: name) }
        return reader.params
    }

    /// The params of a line whose only word is a JSON object.
    private func object(inJSON text: String) throws(ProtocolError) -> JSONObject {
        let fault: String
        do throws(JSONFault) {
            if let object = try JSONValue(parsing: text).object { return object }
            fault = "they are no object"
        } catch { fault = "\(error)" }
        throw ProtocolError(.invalidRequest, "the params begin as JSON does and are none: \(fault)")
    }

    /// A word without `=` right after the method is its first param, where the method needs that or says so:
    /// `order.get ORD-1`, `help tour.scan`.
    private func named(_ word: Word, at index: Int) -> Word {
        guard index == 0, word.value == nil, let first = params.first else { return word }
        guard first.isRequired || type.declaration.takesBareWord else { return word }
        return Word(name: first.name, value: word.name)
    }

    /// Removes the command id from the params.
    fileprivate func commandID(
        _ params: inout JSONObject, mayBeLeftOut: Bool, _ faults: inout [ParamFault]
    ) -> String? {
        guard changes else { return nil }
        guard let value = params["command_id"] else {
            if !mayBeLeftOut { faults.append(.missing(.commandID)) }
            return nil
        }
        params["command_id"] = nil
        return ValueType<String>.commandID.read(value, "command_id", &faults)
    }
}

extension ValueType where Value == String {
    static var commandID: ValueType { ValueType(.commandID) { $0.string } _: { $1.write($0) } }
}
