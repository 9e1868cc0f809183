/// The languages and files that a label can be written in.
public enum LabelFormat: String, CaseIterable, Sendable {
    case zpl, z64, epl2, tspl, escpos, png, svg, pdf

    /// What a file of this format is called at its end.
    public var fileExtension: String {
        switch self {
        case .zpl, .z64: "zpl"
        case .epl2: "epl"
        case .escpos: "bin"
        case .tspl, .png, .svg, .pdf: rawValue
        }
    }
}

extension Bitmap {
    /// The label as the bytes of one file.
    public func encoded(as format: LabelFormat) -> [UInt8] {
        switch format {
        case .zpl: zpl()
        case .z64: zpl(.z64)
        case .epl2: epl2()
        case .tspl: tspl()
        case .escpos: escpos()
        case .png: png()
        case .svg: Array(svg().utf8)
        case .pdf: pdf()
        }
    }
}
