/// What the bytes of a label are written in; its raw value is the ending of the label's file.
public enum LabelLanguage: String, CaseIterable, Sendable {
    /// ZPL II, its picture run-length coded or deflated.
    case zpl
    case epl2 = "epl"
    case tspl
    case escpos = "bin"
}
