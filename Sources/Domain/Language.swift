/// A language in which people are spoken to.
public enum Language: CaseIterable, Sendable {
    case english
}
