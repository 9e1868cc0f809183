/// Everything that can go wrong between a template, its data and a printed label.
public enum LabelError: Error, Equatable, Sendable {
    /// The template was not loaded; every fault found in it, in file order.
    case templateFaults([TemplateFault])
    /// One element of a label cannot be printed as it should be, so nothing of the label is.
    case refused(ElementRefusal)
    case badSSCC(text: String, reason: String)
    /// The data has a key that the template does not use; `known` are those that it does.
    case unknownKey(String, template: String, nearest: String?, known: [String])
}

extension LabelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .templateFaults(let faults): faults.map(\.description).joined(separator: "\n")
        case .refused(let refusal): refusal.description
        case .badSSCC(let text, let reason): "\"\(text)\" is no SSCC: \(reason)"
        case .unknownKey(let key, let template, let nearest, let known):
            "\(template) has no field \"\(key)\"" + (nearest.map { "; is \"\($0)\" meant? Its" } ?? "; its")
                + " fields are " + known.joined(separator: ", ")
        }
    }
}
