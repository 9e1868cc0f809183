/// How cold goods are kept.
public enum StorageClimate: String, CaseIterable, Sendable {
    case ambient, chilled, frozen
}
