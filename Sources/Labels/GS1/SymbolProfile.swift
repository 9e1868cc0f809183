/// The GS1 symbol specification table that a barcode has to satisfy: it depends on where it is scanned.
public enum SymbolProfile: String, CaseIterable, Sendable {
    /// Cases and retail units in general distribution (General Specifications, table 2).
    case tradeItem = "trade-item"
    /// Parcels and pallets (table 5).
    case logisticUnit = "logistic-unit"

    /// The sizes that a symbology must keep to under this profile; nil where it has no rule.
    func specification(of symbology: Symbology) -> SymbolSpecification? {
        switch (symbology, self) {
        case (.gs1_128, .tradeItem): SymbolSpecification(leastXMM: 0.495, mostXMM: 1.016, leastHeightMM: 31.75)
        case (.gs1_128, .logisticUnit): SymbolSpecification(leastXMM: 0.495, mostXMM: 0.940, leastHeightMM: 31.75)
        case (.itf14, _): SymbolSpecification(leastXMM: 0.495, mostXMM: 1.016, leastHeightMM: 31.75)
        case (.ean13, _): SymbolSpecification(leastXMM: 0.264, mostXMM: 0.660, leastHeightMM: 22.85)
        case (.gs1DataMatrix, _), (.gs1QR, _), (.digitalLinkQR, _):
            SymbolSpecification(leastXMM: 0.743, mostXMM: 1.500, leastHeightMM: nil)
        default: nil
        }
    }
}

/// The X-dimension (width of the narrowest element) and bar height that a symbol may have.
struct SymbolSpecification: Sendable {
    let leastXMM: Double
    let mostXMM: Double
    /// nil where the height follows from the X-dimension.
    let leastHeightMM: Double?

    /// GS1-128 symbols hold at most this many characters, AIs and separators counted (section 5.4.4.3).
    static let gs1_128CharactersMax = 48
    /// …and are at most this wide, quiet zones counted.
    static let gs1_128WidthMaxMM = 165.1
}
