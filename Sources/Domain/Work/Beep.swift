/// How a handheld sounds when it shows a prompt.
public enum Beep: String, CaseIterable, Sendable {
    case ok, error, done
}
