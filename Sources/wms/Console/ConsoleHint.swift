/// What a method still needs, shown faint behind the line while it is typed.
enum ConsoleHint {
    static func text(for line: String) -> String {
        let words = TypedWords(line).words
        guard let method = Catalogue.method(named: words[0].text) else { return "" }
        let given = words.dropFirst().map { word in String(word.text.prefix { $0 != "=" && $0 != "." }) }
        let isGiven = { (name: String) in given.contains { name.hasPrefix($0) && $0 != "" } }
        let choices = method.choices.filter { !$0.contains(where: isGiven) }
        let params = method.params.filter { $0.isRequired && $0.name != "command_id" && !isGiven($0.name) }
        let missing =
            choices.map { $0.map { "\($0)=" }.joined(separator: "|") }
            + params.map { $0.members.isEmpty ? "\($0.name)=" : "\($0.name)." }
        return missing.isEmpty ? "" : (line.hasSuffix(" ") ? "" : " ") + missing.joined(separator: " ")
    }
}
