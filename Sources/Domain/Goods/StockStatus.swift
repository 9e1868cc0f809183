/// What may be done with stock. Only `available` stock is promised and reserved.
public enum StockStatus: String, CaseIterable, Sendable {
    case available, hold, quarantine, damaged, returned
}
