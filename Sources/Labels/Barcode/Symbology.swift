/// The kinds of barcode that a template can name.
public enum Symbology: String, CaseIterable, Sendable {
    case gs1Code128 = "gs1-128"
    case code128 = "code-128"
    case ean13 = "ean-13"
    case itf14 = "itf-14"
    case gs1DataMatrix = "gs1-datamatrix"
    case dataMatrix = "datamatrix"
    case qr = "qr"
    case gs1QR = "gs1-qr"
    /// A QR code holding a GS1 Digital Link URI.
    case digitalLinkQR = "digital-link-qr"
    case pdf417 = "pdf417"
    case aztec = "aztec"
    case maxicode = "maxicode"

    /// Whether its value is written as AIs and must name a profile.
    var holdsElementStrings: Bool {
        switch self {
        case .gs1Code128, .gs1DataMatrix, .gs1QR, .digitalLinkQR: true
        default: false
        }
    }

    var isLinear: Bool {
        switch self {
        case .gs1Code128, .code128, .ean13, .itf14: true
        default: false
        }
    }

    /// The empty margins around the symbol, in X: left, right, and above and below.
    var quietZoneX: (left: Int, right: Int, ends: Int) {
        switch self {
        case .gs1Code128, .code128, .itf14: (10, 10, 0)
        case .ean13: (11, 7, 0)
        case .qr, .gs1QR, .digitalLinkQR: (4, 4, 4)
        case .pdf417: (2, 2, 2)
        case .dataMatrix, .gs1DataMatrix, .maxicode, .aztec: (1, 1, 1)
        }
    }

    /// The levels of error correction that a template may choose; nil where there is no choice.
    var errorCorrection: ClosedRange<Int>? {
        switch self {
        case .qr, .gs1QR, .digitalLinkQR, .aztec: 1...4
        case .pdf417: 0...8
        default: nil
        }
    }

    /// The thickness of the bars above and below the symbol, in X (General Specifications, section 5.3.2.4).
    var bearerX: Int { self == .itf14 ? 2 : 0 }
}
