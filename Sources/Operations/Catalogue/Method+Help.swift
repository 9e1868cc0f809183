public import JSON

extension Method {
    /// The answer to `help`: every method in one line.
    public static let index: JSONValue = .object(HelpAnswer.index.json)

    /// The answer to `help METHOD`: the declaration.
    public var help: JSONValue { .object(HelpAnswer(self).json) }
}
