/// What a word behind a method may become, by the method's params and the words given before it.
struct ParamCompletion {
    typealias Candidate = LineCompletion.Candidate

    private let params: [ShownParam]
    /// The names that are given already, dotted as they were typed.
    private let given: [String]
    private let methods: [ShownMethod]

    init(of params: [ShownParam], given: [String], methods: [ShownMethod]) {
        self.params = params
        self.given = given.map { word in String(word.prefix { $0 != "=" }) }
        self.methods = methods
    }

    func candidates(for word: String) -> [Candidate] {
        guard let equals = word.firstIndex(of: "=") else {
            return names(for: word.split(separator: ".", omittingEmptySubsequences: false)[...], in: params)
        }
        let (name, value) = (String(word[..<equals]), String(word[word.index(after: equals)...]))
        return values(of: name).filter { $0.text.hasPrefix(value) }
            .map { Candidate(text: "\(name)=\($0.text)", note: $0.note) }
    }

    /// Walks down the dots of what is typed to the names that may stand at its end.
    private func names(
        for typed: ArraySlice<Substring>, in params: [ShownParam], below path: String = ""
    ) -> [Candidate] {
        guard let name = typed.first else { return [] }
        let rest = typed.dropFirst()
        if rest.isEmpty {
            return params.filter { $0.name.hasPrefix(name) }.map { $0.candidate(below: path) }
                .filter { !given.contains(String($0.text.prefix { $0 != "=" })) }
        }
        guard let param = params.first(where: { $0.name == name }), !param.members.isEmpty else { return [] }
        let place = "\(path)\(name)."
        guard param.isList, let element = rest.first else {
            return names(for: rest, in: param.members, below: place)
        }
        if rest.count == 1 { return elements(at: place).filter { $0.text.hasPrefix(place + element) } }
        return names(for: rest.dropFirst(), in: param.members, below: "\(place)\(element).")
    }

    /// The elements of a list that have been begun, and the next one.
    private func elements(at place: String) -> [Candidate] {
        let begun = given.filter { $0.hasPrefix(place) }.compactMap { name in
            Int(name.dropFirst(place.count).prefix { $0 != "." })
        }
        let next = (begun.max() ?? -1) + 1
        return (0...next).map {
            Candidate(text: "\(place)\($0).", note: $0 < next ? "go on with it" : "the next one")
        }
    }

    private func values(of name: String) -> [Candidate] {
        if name == "method" { return methods.map { Candidate(text: $0.name, note: $0.summary) } }
        let parts = name.split(separator: ".")
        var (params, words) = (params, [String]())
        for part in parts where Int(part) == nil {
            guard let param = params.first(where: { $0.name == part }) else { return [] }
            (params, words) = (param.members, param.words)
        }
        return words.map { Candidate(text: $0, note: "") }
    }
}

extension ShownParam {
    fileprivate func candidate(below path: String) -> LineCompletion.Candidate {
        let text = "\(path)\(name)\(members.isEmpty ? "=" : ".")"
        return LineCompletion.Candidate(text: text, note: "\(isRequired ? "needed: " : "")\(doc)")
    }
}
