import JSON
import Testing

@testable import Labels

/// One barcode of every symbology, with what a reader has to find in it.
struct SymbologyCase: CustomTestStringConvertible, Sendable {
    let symbology: String
    /// The rest of the element, in YAML.
    let keys: String
    let prefix: String
    let expected: [UInt8]

    var testDescription: String { "\(symbology) {\(keys)}" }

    let widthMM: Int

    init(_ symbology: String, _ keys: String, _ prefix: String, _ expected: String, widthMM: Int = 60) {
        self.widthMM = widthMM
        self.symbology = symbology
        self.keys = keys
        self.prefix = prefix
        self.expected = Array(expected.utf8)
    }

    static let all = [
        SymbologyCase(
            "gs1-128", #"profile: logistic-unit, ais: {"00": "106141411234567897"}"#, "]C1",
            "00106141411234567897", widthMM: 100),
        SymbologyCase(
            "gs1-128",
            #"profile: trade-item, ais: {"01": "09506000134352", "17": "271231", "10": "AB1", "21": "7"}"#,
            "]C1",
            "01095060001343521727123110AB1\u{1D}217", widthMM: 165),
        SymbologyCase("code-128", "value: B-03-12", "]C0", "B-03-12"),
        SymbologyCase("ean-13", #"value: "9521234543213""#, "]E0", "9521234543213"),
        SymbologyCase("itf-14", #"value: "10614141000415""#, "]I1", "10614141000415", widthMM: 100),
        SymbologyCase(
            "gs1-datamatrix", #"profile: trade-item, ais: {"01": "09506000134352", "10": LOT7, "21": "S/1"}"#,
            "]d2",
            "010950600013435210LOT7\u{1D}21S/1"),
        SymbologyCase("datamatrix", "value: TOTE-0007", "]d1", "TOTE-0007"),
        SymbologyCase("qr", "value: 北京 10115", "]Q", "北京 10115"),
        SymbologyCase("qr", "value: ถนนสุขุมวิท ๒๑", "]Q", "ถนนสุขุมวิท ๒๑"),
        SymbologyCase("qr", "value: BIN-0007, error_correction: 4", "]Q1", "BIN-0007"),
        SymbologyCase(
            "gs1-qr", #"profile: trade-item, ais: {"01": "09506000134352", "10": LOT7}"#, "]Q3",
            "010950600013435210LOT7"),
        SymbologyCase(
            "digital-link-qr", #"profile: logistic-unit, ais: {"00": "106141411234567897"}"#, "]Q1",
            "https://id.gs1.org/00/106141411234567897"),
        SymbologyCase("pdf417", "value: TOTE-0007 and what it holds", "]L2", "TOTE-0007 and what it holds"),
        SymbologyCase("aztec", "value: TOTE-0007", "]z0", "TOTE-0007"),
        SymbologyCase("maxicode", "value: TOTE-0007", "]U", "TOTE-0007"),
        SymbologyCase(
            "maxicode", #"value: "1Z12345677", mode: 2, primary: "152382802840001""#, "]U",
            "152382802\u{1D}840\u{1D}001\u{1D}1Z12345677"),
    ]

    /// The bitmaps of all cases, drawn once.
    static func bitmaps(_ dpi: HeadDPI) throws -> [Bitmap] {
        switch dpi {
        case .d203: try #require(at203)
        case .d300: try #require(at300)
        case .d600: try #require(at600)
        }
    }

    private static let at203 = try? draw(.d203)
    private static let at300 = try? draw(.d300)
    private static let at600 = try? draw(.d600)

    private static func draw(_ dpi: HeadDPI) throws -> [Bitmap] { try all.map { try $0.bitmap(dpi) } }

    /// The barcode alone on a label, 2 mm from its edges.
    func bitmap(_ dpi: HeadDPI) throws -> Bitmap {
        let yaml =
            "{label: t, size: [\(widthMM), 45], elements: [{barcode: \(symbology), \(keys), at: [2, 2], size: [\(widthMM - 4), 41]}, "
            + "{text: \"COPY {{copy}}\", at: [0, 43], size: [20, 2], font_mm: 1, if: copy}]}"
        return try LabelRenderer().bitmap(LabelTemplate(yaml: yaml, file: "t.yaml"), data: [:], dpi: dpi)
    }
}

extension SymbologyCase {
    /// The barcode in the smallest place that is not refused, 2 mm from the label's edges.
    func tightBitmap(_ dpi: HeadDPI) throws -> Bitmap {
        var (width, height) = (1.0, 1.0)
        while true {
            do throws(LabelError) {
                return try LabelRenderer().bitmap(template(width: width, height: height), data: [:], dpi: dpi)
            } catch {
                // The refusal itself says what is needed, rounded to hundredths.
                guard let need = error.description.firstMatch(of: /needs ([0-9.]+) × ([0-9.]+) mm/),
                    let wider = Double(need.1), let higher = Double(need.2),
                    wider + 0.005 > width || higher + 0.005 > height
                else { throw error }
                (width, height) = (max(width, wider + 0.005), max(height, higher + 0.005))
            }
        }
    }

    private func template(width: Double, height: Double) throws(LabelError) -> LabelTemplate {
        let yaml =
            "{label: t, size: [\(width + 4), \(height + 6)], elements: [{barcode: \(symbology), \(keys), at: [2, 2], size: [\(width), \(height)]}, "
            + "{text: \"COPY {{copy}}\", at: [0, \(height + 4)], size: [2, 2], font_mm: 1, if: copy}]}"
        return try LabelTemplate(yaml: yaml, file: "t.yaml")
    }
}
