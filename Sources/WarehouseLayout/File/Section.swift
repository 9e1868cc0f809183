internal import Common

/// A section of keys while it is read: every accessor notes what is wrong and gives nil for it.
struct Section {
    let mark: TextMark
    /// What the section describes, for messages: "aisle".
    let name: String
    let faults: FaultList
    /// Whether a key resembles a known one that was meant: what it would have said must not be missed.
    let hasMisspeltKeys: Bool
    private let members: [(key: Word, value: FileNode)]

    /// Notes keys that nobody knows.
    init?(_ node: FileNode, _ name: String, keys: [String], _ faults: FaultList) {
        guard case .section(let members) = node.content else {
            faults.add(
                node.mark,
                "\(withArticle(name)) is a section of keys, not \(node.kindName): begin it with \(keys[0]):")
            return nil
        }
        (mark, self.name, self.faults, self.members) = (node.mark, name, faults, members)
        let unknown = members.filter { !keys.contains($0.key.text) }
        hasMisspeltKeys = unknown.contains { nearestWord(to: $0.key.text, among: keys) != nil }
        for member in unknown {
            let fix = Self.fix(ofKey: member.key.text, among: keys)
            faults.add(
                member.key.mark, "\(withArticle(name)) has no key \"\(member.key.text)\": \(fix)")
        }
    }

    private static func fix(ofKey key: String, among keys: [String]) -> String {
        if let colon = key.firstIndex(of: ":"), keys.contains(String(key[..<colon])) {
            return "write a blank after the colon"
        }
        if let near = nearestWord(to: key, among: keys) { return "did you mean \"\(near)\"?" }
        return "its keys are \(keys.joined(separator: ", "))"
    }

    func node(_ key: String) -> FileNode? { members.first { $0.key.text == key }?.value }
    func has(_ key: String) -> Bool { node(key) != nil }
    func mark(of key: String) -> TextMark { node(key)?.mark ?? mark }

    /// The node at a key that must be there.
    func required(_ key: String, _ example: String) -> FileNode? {
        if let node = node(key) { return node }
        faults.add(mark, "\(withArticle(name)) needs \(key): add \(key): \(example)")
        return nil
    }

    func word(_ key: String) -> Word? { node(key).flatMap { word($0, key) } }

    func word(_ node: FileNode, _ key: String) -> Word? {
        guard case .text(let text) = node.content else {
            let fix =
                if case .list = node.content { "write one" } else {
                    "put text that has { or : in it into quotes"
                }
            faults.add(node.mark, "\(key) takes a single value, not \(node.kindName): \(fix)")
            return nil
        }
        if text.isEmpty {
            faults.add(node.mark, "\(key) has no value: write one or leave the key away")
            return nil
        }
        return Word(text: text, mark: node.mark)
    }

    /// One of a closed set of words.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _: Choice.Type) -> Choice? {
        guard let word = word(key) else { return nil }
        if let choice = Choice(rawValue: word.text.lowercased()) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let near = nearestWord(to: word.text.lowercased(), among: known).map { "did you mean \($0)? " } ?? ""
        faults.add(
            word.mark,
            "\(key) cannot be \"\(word.text)\": \(near)It is one of \(known.joined(separator: ", "))")
        return nil
    }

    func flag(_ key: String) -> Bool? {
        guard let word = word(key) else { return nil }
        switch word.text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default:
            faults.add(word.mark, "\(key) is true or false, not \"\(word.text)\"")
            return nil
        }
    }

    /// The elements of a list; a single value or section counts as a list of one.
    func items(_ key: String) -> [FileNode] {
        guard let node = node(key) else { return [] }
        switch node.content {
        case .list(let items): return items
        case .text(""): return []
        default: return [node]
        }
    }

    func words(_ key: String) -> [Word]? {
        has(key) ? items(key).compactMap { word($0, key) } : nil
    }
}

/// `an aisle`, `a cart`, `the layout`.
func withArticle(_ name: String) -> String {
    let article = name.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
    return name.hasPrefix("the ") ? name : "\(article) \(name)"
}
