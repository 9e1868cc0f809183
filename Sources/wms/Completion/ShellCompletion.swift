import ArgumentParser

/// What a shell offers behind `wms call`, made from the catalogue like the completion at the prompt.
enum ShellCompletion {
    static let method = CompletionKind.custom { words, index, _ in candidates(for: words, at: index) }
    static let params = CompletionKind.custom { words, index, _ in candidates(for: words, at: index) }

    /// - Parameters:
    ///   - words: the command line as the shell splits it.
    ///   - index: of the word that is completed.
    static func candidates(for words: [String], at index: Int) -> [String] {
        let typed = words.prefix(index + 1)
        guard let call = typed.firstIndex(of: "call") else { return [] }
        let line = request(in: typed.dropFirst(call + 1)).joined(separator: " ")
        let candidates = LineCompletion(of: line, methods: Catalogue.methods).candidates.map(\.text)
        guard isValueApart(typed) else { return candidates }
        return candidates.map { String($0.drop { $0 != "=" }.dropFirst()) }
    }

    /// The words of the request: bash parts them at `=`, here they are whole again; options are left out.
    private static func request(in words: ArraySlice<String>) -> [String] {
        var request: [String] = []
        var previous = ""
        for word in words {
            defer { previous = word }
            if word == "=" || previous == "=", let name = request.popLast() {
                request.append(name + word)
            } else if !word.hasPrefix("--"), previous != "--socket" {
                request.append(word)
            }
        }
        return request
    }

    /// True where the shell has parted a value from its name, and completes it alone.
    private static func isValueApart(_ words: ArraySlice<String>) -> Bool {
        words.last == "=" || words.dropLast().last == "="
    }
}
