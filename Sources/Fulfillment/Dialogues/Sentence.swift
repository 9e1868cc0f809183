import Domain

/// What is said to a person, as a value: which sentence it is, and the facts in it. Words are made of it where the
/// prompt is sent.
///
/// One more language is a case of `Language`, its line in ``words(in:)`` and its property here, and one file beside
/// each file of English words; what lacks one does not compile.
protocol Sentence: Equatable, Sendable {
    /// Its words; never "".
    var english: String { get }
}

extension Sentence {
    func words(in language: Language) -> String {
        switch language {
        case .english: english
        }
    }
}

/// What a dialogue says that gives no reasons.
extension Never: Sentence {
    var english: String {
        switch self {}
    }
}
