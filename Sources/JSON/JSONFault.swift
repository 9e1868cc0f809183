/// Why a text is not a JSON value, with the place counted in bytes from 0.
public enum JSONFault: Error, Equatable, Sendable {
    case notUTF8
    case duplicateKey(String, byte: Int)
    case tooDeep(byte: Int)
    case syntax(String, byte: Int)
}

extension JSONFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notUTF8: "the text is not UTF-8"
        case .duplicateKey(let key, let byte): "the key \"\(key)\" stands twice (byte \(byte))"
        case .tooDeep(let byte): "nested deeper than \(JSONParser.depthMax) levels (byte \(byte))"
        case .syntax(let message, let byte): "\(message) (byte \(byte))"
        }
    }
}
