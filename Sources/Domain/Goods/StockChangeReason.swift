/// Why other pieces lie in a bin than before, as consumers of events are told.
public enum StockChangeReason: String, CaseIterable, Sendable {
    /// Goods came in.
    case receipt
    /// Pieces went from one bin to another, outside of any tour.
    case moved
    /// Pieces went into a tote, or out of it again because the picker took it back.
    case pick, undo
    /// Pieces that nobody wants any more lie in a bin again.
    case putBack = "put_back"
    /// Some of those were not in the tote: they are on hold until their bin is counted.
    case missedAtPutBack = "missed_at_put_back"
    /// A picker did not find the pieces.
    case missing
    /// Books were corrected, by a count or by a lead.
    case count, found, damaged, lost, expired
    /// Goods have left the house.
    case handover
}

extension StockChangeReason {
    public init(_ reason: AdjustmentReason) {
        self =
            switch reason {
            case .count: .count
            case .found: .found
            case .damaged: .damaged
            case .lost: .lost
            case .expired: .expired
            }
    }

    public init(_ reason: ShortReason) {
        self =
            switch reason {
            case .missing: .missing
            case .damaged: .damaged
            }
    }
}
