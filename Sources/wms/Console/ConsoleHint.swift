/// What a method still needs, shown faint behind the line while it is typed.
enum ConsoleHint {
    static func text(for line: String) -> String {
        let words = TypedWords(line).words
        guard let method = Catalogue.method(named: words[0].text) else { return "" }
        let given = words.dropFirst().map { word in String(word.text.prefix { $0 != "=" && $0 != "." }) }
        let missing = method.params.filter { param in
            param.isRequired && param.name != "command_id"
                && !given.contains { param.name.hasPrefix($0) && $0 != "" }
        }
        let names = missing.map { $0.members.isEmpty ? "\($0.name)=" : "\($0.name)." }
        return names.isEmpty ? "" : (line.hasSuffix(" ") ? "" : " ") + names.joined(separator: " ")
    }
}
