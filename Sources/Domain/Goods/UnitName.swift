/// What goods are counted, ordered and packed in.
public enum UnitName: String, CaseIterable, Sendable {
    case each, inner, `case`, pallet
}
