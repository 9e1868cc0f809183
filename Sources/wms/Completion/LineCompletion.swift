/// What the word at the end of a line may become: a method, a param's name, or one of a param's values.
///
///     stock.rec            stock.receive
///     stock.receive b      bin=
///     order.allocate order.items.0.  order.items.0.sku=, order.items.0.qty=, …
struct LineCompletion: Equatable {
    struct Candidate: Equatable {
        let text: String
        /// What is shown beside it.
        let note: String

        /// False where something has to follow at once: a value, or a member's name.
        var isWhole: Bool { text.last != "=" && text.last != "." }
    }

    /// How many characters of the line stand before the word that is completed.
    let start: Int
    let candidates: [Candidate]

    /// The longest beginning that all candidates share.
    var common: String {
        guard let first = candidates.first?.text else { return "" }
        return candidates.dropFirst().reduce(first) { common, candidate in
            String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0))
        }
    }

    /// - Parameters:
    ///   - line: what is typed up to the cursor.
    ///   - methods: those there are.
    ///   - commands: words beside the methods, with what they do.
    init(of line: String, methods: [ShownMethod], commands: [Candidate] = []) {
        let words = TypedWords(line)
        let typed = words.last
        start = typed.start
        let isFirst = words.words.count == 1
        let first = words.words[0].text
        if isFirst || (first == "help" && words.words.count == 2 && !typed.text.contains("=")) {
            let names = methods.map { Candidate(text: $0.name, note: $0.summary) }
            candidates = (names + (isFirst ? commands : [])).filter { $0.text.hasPrefix(typed.text) }
        } else if let method = methods.first(where: { $0.name == first }) {
            let given = words.words.dropFirst().dropLast().map(\.text)
            candidates = ParamCompletion(of: method.params, given: given, methods: methods)
                .candidates(for: typed.text)
        } else {
            candidates = []
        }
    }
}
