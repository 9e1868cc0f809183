/// Why a quantity is corrected. Damage, loss and expiry are written off; the rest is a count difference.
public enum AdjustmentReason: String, CaseIterable, Sendable {
    case count, found, damaged, lost, expired

    public var isWriteOff: Bool { self == .damaged || self == .lost || self == .expired }
}
