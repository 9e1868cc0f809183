/// What kind of code or figure answers a prompt.
public enum Expectation: String, CaseIterable, Sendable {
    case cart, tote, bin, item, lot, serial, expiry, quantity, weight, reason
    case yesNo = "yes_no"
    case box, parcel, label, station, badge, pin
    /// Nothing is waited for: the work is done, or there is none.
    case none
}
