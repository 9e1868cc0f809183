/// The GS1 symbol specification table that a barcode has to satisfy: it depends on where it is scanned.
public enum SymbolProfile: String, CaseIterable, Sendable {
    /// Cases and retail units in general distribution (General Specifications, table 2).
    case tradeItem = "trade-item"
    /// Parcels and pallets (table 5).
    case logisticUnit = "logistic-unit"

    /// The sizes that a symbology must keep to under this profile; nil where it has no rule.
    func specification(of symbology: Symbology) -> SymbolSpecification? {
        switch (symbology, self) {
        case (.gs1Code128, .tradeItem): SymbolSpecification(xMM: 0.495...1.016, leastHeight: .mm(31.75))
        case (.gs1Code128, .logisticUnit): SymbolSpecification(xMM: 0.495...0.940, leastHeight: .mm(31.75))
        case (.itf14, _): SymbolSpecification(xMM: 0.495...1.016, leastHeight: .mm(31.75))
        case (.ean13, _): SymbolSpecification(xMM: 0.264...0.660, leastHeight: .x(22.85 / 0.33))
        case (.gs1DataMatrix, _), (.gs1QR, _), (.digitalLinkQR, _): SymbolSpecification(xMM: 0.743...1.500)
        default: nil
        }
    }
}

/// The X-dimension (width of the narrowest element) and bar height that a symbol may have.
struct SymbolSpecification: Sendable {
    enum Height: Sendable {
        case mm(Double)
        /// In modules: the height grows with the width.
        case x(Double)
    }

    let xMM: ClosedRange<Double>
    /// nil where the height follows from the modules.
    var leastHeight: Height?

    func leastBarHeightDots(xDots: Int, _ dpi: HeadDPI) -> Int? {
        switch leastHeight {
        case .mm(let mm): Int((mm * Double(dpi.dotsPerMM)).rounded(.up))
        case .x(let modules): Int((modules * Double(xDots)).rounded(.up))
        case nil: nil
        }
    }

    /// GS1-128 symbols hold at most this many characters, AIs and separators counted (section 5.4.4.3).
    static let gs1Code128CharactersMax = 48
    /// …and are at most this wide, quiet zones counted.
    static let gs1Code128WidthMaxMM = 165.1
}
