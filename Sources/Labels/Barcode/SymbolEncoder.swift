internal import CZint

/// A value turned into a symbol, before anything is said about dots.
enum EncodedSymbol: Equatable, Sendable {
    case modules(ModuleGrid)
    case hexagons(HexagonGrid)
}

/// Turns values into symbols with libzint; drawing them is not its business.
///
/// Keeps one `zint_symbol` for all symbols. Not for use by two threads at once.
final class SymbolEncoder {
    private let symbol: UnsafeMutablePointer<zint_symbol>

    init() {
        guard let symbol = ZBarcode_Create() else { preconditionFailure("out of memory") }
        self.symbol = symbol
    }

    deinit { ZBarcode_Delete(symbol) }

    /// - Throws: ``ElementRefusal/Reason/notEncodable(_:)`` with libzint's words; its warnings are errors here.
    /// - Parameter isSample: The value stands for others of its size, and need not be one that GS1 has given out.
    func encode(
        _ value: String, as content: BarcodeContent, primary: String?, isSample: Bool = false
    ) throws(ElementRefusal.Reason) -> EncodedSymbol {
        // libzint reads a length of 0 as "up to the NUL", so an empty value must never reach it.
        let source = Array(value.utf8)
        guard !source.isEmpty else { throw .emptyValue }
        ZBarcode_Clear(symbol)
        prepare(content, isASCII: source.allSatisfy { $0 < 0x80 })
        if isSample { symbol.pointee.input_mode |= GS1NOCHECK_MODE }
        try setPrimary(primary ?? "")
        try succeed(ZBarcode_Encode(symbol, source, Int32(source.count)))
        guard content.symbology == .maxicode else { return .modules(grid(content.symbology)) }
        try succeed(ZBarcode_Buffer_Vector(symbol, 0))
        return .hexagons(hexagons())
    }

    /// Every input field, because the symbol still has those of the one before.
    private func prepare(_ content: BarcodeContent, isASCII: Bool) {
        let symbology = content.symbology
        symbol.pointee.symbology = symbology.zintNumber
        symbol.pointee.input_mode =
            symbology.holdsElementStrings && symbology != .digitalLinkQR ? GS1_MODE : UNICODE_MODE
        // Without it a wrong check digit is a warning, and the symbol is made.
        symbol.pointee.warn_level = WARN_FAIL_ALL
        // Without it QR would guess Shift-JIS for Chinese.
        symbol.pointee.eci = symbology == .qr && !isASCII ? 26 : 0
        symbol.pointee.show_hrt = 0
        symbol.pointee.height = 0
        symbol.pointee.output_options = 0
        symbol.pointee.option_1 = Int32(content.errorCorrection ?? symbology.defaultErrorCorrection)
        symbol.pointee.option_2 = Int32(content.columns ?? 0)
        symbol.pointee.option_3 = symbology == .dataMatrix || symbology == .gs1DataMatrix ? DM_SQUARE : 0
        if symbology == .maxicode { symbol.pointee.option_1 = Int32(content.mode ?? 4) }
    }

    private func setPrimary(_ text: String) throws(ElementRefusal.Reason) {
        let bytes = Array(text.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: symbol.pointee.primary) else {
            throw .notEncodable("the primary message is too long")
        }
        withUnsafeMutableBytes(of: &symbol.pointee.primary) { field in
            field.copyBytes(from: bytes)
            field[bytes.count] = 0
        }
    }

    private func succeed(_ status: Int32) throws(ElementRefusal.Reason) {
        if status != 0 { throw .notEncodable(errorText) }
    }

    private var errorText: String {
        withUnsafeBytes(of: &symbol.pointee.errtxt) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// The dark runs of each row; a row's bits are stored lowest first.
    private func grid(_ symbology: Symbology) -> ModuleGrid {
        let rowBytes = MemoryLayout.size(ofValue: symbol.pointee.encoded_data.0)
        var grid = ModuleGrid(
            width: Int(symbol.pointee.width), rows: Int(symbol.pointee.rows), rowHeightX: symbology.rowHeightX
        )
        withUnsafeBytes(of: &symbol.pointee.encoded_data) { data in
            for row in 0..<grid.rows {
                var start: Int?
                for x in 0...grid.width {
                    let isDark = x < grid.width && data[row * rowBytes + x >> 3] >> UInt8(x & 7) & 1 == 1
                    if isDark, start == nil { start = x }
                    if !isDark, let from = start {
                        grid.runs.append(.init(row: row, x: from, width: x - from))
                        start = nil
                    }
                }
            }
        }
        return grid
    }

    private func hexagons() -> HexagonGrid {
        guard let vector = symbol.pointee.vector else { return HexagonGrid(width: 0, height: 0) }
        var grid = HexagonGrid(width: Double(vector.pointee.width), height: Double(vector.pointee.height))
        var hexagon = vector.pointee.hexagons
        while let current = hexagon?.pointee {
            grid.hexagons.append(.init(x: Double(current.x), y: Double(current.y)))
            hexagon = current.next
        }
        var circle = vector.pointee.circles
        while let current = circle?.pointee {
            grid.rings.append(
                .init(
                    centre: .init(x: Double(current.x), y: Double(current.y)),
                    radius: Double(current.diameter) / 2,
                    thickness: Double(current.width)))
            circle = current.next
        }
        return grid
    }
}

extension Symbology {
    fileprivate var zintNumber: Int32 {
        switch self {
        case .gs1Code128: BARCODE_GS1_128
        case .code128: BARCODE_CODE128
        case .ean13: BARCODE_EANX
        case .itf14: BARCODE_ITF14
        case .gs1DataMatrix, .dataMatrix: BARCODE_DATAMATRIX
        case .qr, .gs1QR, .digitalLinkQR: BARCODE_QRCODE
        case .pdf417: BARCODE_PDF417
        case .aztec: BARCODE_AZTEC
        case .maxicode: BARCODE_MAXICODE
        }
    }

    /// In libzint's numbers; QR's 2 is level M, -1 leaves the choice to it.
    fileprivate var defaultErrorCorrection: Int {
        switch self {
        case .qr, .gs1QR, .digitalLinkQR: 2
        default: -1
        }
    }

    /// PDF417's rows are three modules high; those of the others are square or as high as their place.
    fileprivate var rowHeightX: Int { self == .pdf417 ? 3 : 1 }
}
