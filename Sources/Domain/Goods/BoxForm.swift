/// How a box type behaves when it is filled.
public enum BoxForm: String, CaseIterable, Sendable {
    case carton, mailer
}
