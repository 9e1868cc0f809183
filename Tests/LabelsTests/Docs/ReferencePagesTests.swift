import Foundation
import Testing

@testable import Labels

/// The tables of the reference pages say what the code does.
@Suite struct ReferencePagesTests {
    @Test func theApplicationIdentifiersPageHasTheTable() throws {
        let rows = ApplicationIdentifier.table.sorted { $0.code < $1.code }.map { identifier in
            "| \(identifier.code) | \(identifier.title) | \(identifier.parts.map(Self.words).joined(separator: ", then ")) | "
                + "\(identifier.hasPredefinedLength ? "no" : "yes") | "
                + "\(identifier.requires.map { $0.joined(separator: " and ") }.joined(separator: ", or ")) |"
        }
        try expect("ApplicationIdentifiers", toHave: rows)
    }

    @Test func theSymbologiesPageHasTheLimits() throws {
        let rows = Symbology.allCases.map { symbology in
            let profiles: [SymbolProfile?] = symbology.holdsElementStrings ? SymbolProfile.allCases : [nil]
            let content = profiles.map {
                BarcodeContent(symbology: symbology, value: .elementStrings([]), profile: $0)
            }
            let widths = content.map { Self.range($0.allowedXMM) }
            let quiet = symbology.quietZoneX
            let margins =
                quiet.ends == 0 ? "\(quiet.left) left, \(quiet.right) right" : "\(quiet.left) on every side"
            let heights =
                symbology.isLinear
                ? "\(trimmed(HeadDPI.d600.mm(content[0].leastBarHeightDots(xDots: HeadDPI.d600.dotsNotBelow(content[0].allowedXMM.lowerBound), .d600)))) mm"
                : ""
            let x =
                symbology == .maxicode
                ? "0.88 (fixed)"
                : widths.allSatisfy { $0 == widths[0] } ? widths[0] : widths.joined(separator: ", ")
            return
                "| `\(symbology.rawValue)` | \(symbology.holdsElementStrings ? "`ais`" : "`value`") | \(x) | \(margins) | \(heights) |"
        }
        try expect("Symbologies", toHave: rows)
    }

    @Test func theTemplatesPageNamesEveryKey() throws {
        let page = try text(of: "Templates")
        let keys =
            ["label", "size", "font", "fields", "elements", "at", "name", "rotate", "if"]
            + [
                "text", "font_mm", "font_pt", "least_mm", "least_pt", "bold", "wrap", "align", "valign",
                "reverse", "tight", "optional",
            ]
            + [
                "barcode", "value", "ais", "profile", "x_mm", "least_x_mm", "hri", "hri_mm",
                "error_correction", "domain", "columns", "mode", "primary",
            ]
            + ["line", "box", "fill", "image", "repeat", "step", "most", "rest", "group"]
        for key in keys { #expect(page.contains("`\(key)`") || page.contains("`\(key):"), "\(key)") }
        for format in ["kg", "digits6", "upper", "fours"] {
            #expect(page.contains("`\(format)`"), "\(format)")
        }
    }

    private static func words(_ part: ApplicationIdentifier.Part) -> String {
        switch part.check {
        case .date, .day: return "date YYMMDD\(part.length.lowerBound == 0 ? " or nothing" : "")"
        case .time: return "time HHMM\(part.length.lowerBound == 0 ? " or nothing" : "")"
        case .none, .modulo10:
            let count =
                part.length.count == 1
                ? "\(part.length.lowerBound)" : "\(part.length.lowerBound) to \(part.length.upperBound)"
            return
                "\(count) \(Self.words(part.content))\(part.check == .modulo10 ? ", the last a check digit" : "")"
        }
    }

    private static func words(_ content: ApplicationIdentifier.Part.Content) -> String {
        switch content {
        case .digits: "digits"
        case .characters: "characters"
        case .capitals: "of set 39"
        }
    }

    private static func range(_ mm: ClosedRange<Double>) -> String { "\(mm.lowerBound) to \(mm.upperBound)" }

    private func expect(_ page: String, toHave rows: [String]) throws {
        let text = try text(of: page)
        let missing = rows.filter { !text.contains($0) }
        #expect(missing.isEmpty, "\(page).md lacks these rows:\n\(missing.joined(separator: "\n"))")
    }

    private func text(of page: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Sources/Labels/Labels.docc/\(page).md"), encoding: .utf8)
    }
}
