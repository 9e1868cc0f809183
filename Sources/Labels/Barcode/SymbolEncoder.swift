internal import CZint

/// Turns values into modules with libzint; drawing them is not its business.
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
    func encode(_ value: String, as content: BarcodeContent, primary: String?) throws(ElementRefusal.Reason) -> ModuleGrid {
        ZBarcode_Clear(symbol)
        prepare(content, primary: primary)
        // libzint takes a length of 0 for "up to the NUL", so an empty value must never reach it.
        let source = Array(value.utf8)
        guard !source.isEmpty else { throw .emptyValue }
        let status = ZBarcode_Encode(symbol, source, Int32(source.count))
        guard status == 0 else { throw .notEncodable(errorText) }
        return grid()
    }

    private func prepare(_ content: BarcodeContent, primary: String?) {
        symbol.pointee.symbology = content.symbology.zintNumber
        symbol.pointee.input_mode = content.symbology == .gs1_128 || content.symbology == .gs1DataMatrix || content.symbology == .gs1QR ? GS1_MODE : UNICODE_MODE
        symbol.pointee.warn_level = WARN_FAIL_ALL
        symbol.pointee.show_hrt = 0
        symbol.pointee.height = 0
        symbol.pointee.output_options = 0
        symbol.pointee.eci = 0
        symbol.pointee.option_1 = -1
        symbol.pointee.option_2 = 0
        symbol.pointee.option_3 = 0
        switch content.symbology {
        case .qr, .gs1QR, .digitalLinkQR: symbol.pointee.option_1 = Int32(content.errorCorrection ?? 2)
        case .dataMatrix, .gs1DataMatrix: symbol.pointee.option_3 = DM_SQUARE
        case .pdf417:
            symbol.pointee.option_1 = Int32(content.errorCorrection ?? -1)
            symbol.pointee.option_2 = Int32(content.columns ?? 0)
        case .aztec: symbol.pointee.option_1 = Int32(content.errorCorrection ?? -1)
        case .maxicode: symbol.pointee.option_1 = Int32(content.mode ?? 4)
        case .gs1_128, .code128, .ean13, .itf14: break
        }
    }

    private var errorText: String {
        withUnsafeBytes(of: &symbol.pointee.errtxt) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// The dark runs of each row; a row's bits are stored lowest first.
    private func grid() -> ModuleGrid {
        let rows = Int(symbol.pointee.rows)
        let width = Int(symbol.pointee.width)
        let rowBytes = MemoryLayout.size(ofValue: symbol.pointee.encoded_data.0)
        var grid = ModuleGrid(width: width, rows: rows)
        withUnsafeBytes(of: &symbol.pointee.encoded_data) { data in
            for row in 0..<rows {
                var start: Int?
                for x in 0..<width {
                    let isDark = data[row * rowBytes + x >> 3] >> UInt8(x & 7) & 1 == 1
                    if isDark, start == nil { start = x }
                    if !isDark, let from = start {
                        grid.runs.append(.init(row: row, x: from, width: x - from))
                        start = nil
                    }
                }
                if let from = start { grid.runs.append(.init(row: row, x: from, width: width - from)) }
            }
        }
        return grid
    }
}

extension Symbology {
    fileprivate var zintNumber: Int32 {
        switch self {
        case .gs1_128: BARCODE_GS1_128
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
}
