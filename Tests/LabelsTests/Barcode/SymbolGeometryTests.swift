import PrintedLabel
import Testing

@testable import Labels

/// Sizes as they come out of the printer, measured on the picture read back from the ZPL.
@Suite struct SymbolGeometryTests {
    /// What the standards ask for; the numbers stand here once more, so that a slip in the code's table shows.
    struct Rule {
        let xMM: ClosedRange<Double>
        /// Left, right, and above and below, in X.
        let quiet: (left: Int, right: Int, ends: Int)
        var leastHeightMM = 0.0
        /// The height asked for grows with X from this many modules.
        var leastHeightX = 0.0
        /// The modules across, where the standard fixes them.
        var modules: Int?
    }

    private static func rule(of symbology: String) -> Rule? {
        switch symbology {
        case "gs1-128": Rule(xMM: 0.495...0.940, quiet: (10, 10, 0), leastHeightMM: 31.75)
        case "code-128": Rule(xMM: 0.25...5, quiet: (10, 10, 0), leastHeightMM: 5)
        case "ean-13": Rule(xMM: 0.264...0.660, quiet: (11, 7, 0), leastHeightX: 22.85 / 0.33, modules: 95)
        case "itf-14": Rule(xMM: 0.495...1.016, quiet: (10, 10, 0), leastHeightMM: 31.75)
        case "gs1-datamatrix": Rule(xMM: 0.743...1.5, quiet: (1, 1, 1))
        case "datamatrix": Rule(xMM: 0.375...5, quiet: (1, 1, 1))
        case "gs1-qr", "digital-link-qr": Rule(xMM: 0.743...1.5, quiet: (4, 4, 4))
        case "qr": Rule(xMM: 0.375...5, quiet: (4, 4, 4))
        case "pdf417": Rule(xMM: 0.375...5, quiet: (2, 2, 2))
        case "aztec": Rule(xMM: 0.375...5, quiet: (0, 0, 0))
        default: nil
        }
    }

    private static let ruled = SymbologyCase.all.indices.filter {
        rule(of: SymbologyCase.all[$0].symbology) != nil
    }
    private static let linear = ["gs1-128", "code-128", "ean-13", "itf-14"]

    @Test func everySymbologyButMaxiCodeHasARule() {
        #expect(
            Set(Symbology.allCases.map(\.rawValue))
                == Set(Self.ruled.map { SymbologyCase.all[$0].symbology } + ["maxicode"]))
    }

    /// In the tightest place that is accepted, the margins are what keeps the symbol readable.
    @Test(arguments: ruled, HeadDPI.allCases)
    func keepsItsRuleInTheTightestPlace(_ index: Int, _ dpi: HeadDPI) throws {
        let wanted = SymbologyCase.all[index]
        let rule = try #require(Self.rule(of: wanted.symbology))
        let picture = try ZPLReader.picture(wanted.tightBitmap(dpi).zpl())
        let isLinear = Self.linear.contains(wanted.symbology)
        let symbol = isLinear ? try bars(of: picture) : try #require(picture.ink)
        let x = moduleDots(of: picture, symbol, isLinear: isLinear)
        let perMM = Double(dpi.dotsPerMM)
        #expect(rule.xMM.contains(Double(x) / perMM), "X is \(Double(x) / perMM) mm")
        if let modules = rule.modules { #expect(symbol.x.count == modules * x) }

        // The place begins 2 mm from the label's edges; beyond it the label may hold other things.
        let edge = dpi.dots(2)
        #expect(symbol.x.lowerBound - edge >= rule.quiet.left * x, "left margin")
        #expect(picture.width - edge - symbol.x.upperBound >= rule.quiet.right * x, "right margin")
        #expect(symbol.y.lowerBound - edge >= rule.quiet.ends * x, "upper margin")
        if !isLinear {
            #expect(picture.height - edge - symbol.y.upperBound >= rule.quiet.ends * x, "lower margin")
        }
        let leastDots = max(rule.leastHeightMM * perMM, rule.leastHeightX * Double(x))
        #expect(Double(symbol.y.count) >= leastDots, "\(Double(symbol.y.count) / perMM) mm high")
        checkWholeModules(of: picture, symbol, x, isLinear: isLinear)
    }

    /// Every bar, space and module is a whole number of X.
    private func checkWholeModules(
        of picture: DotPicture, _ symbol: (x: Range<Int>, y: Range<Int>), _ x: Int, isLinear: Bool
    ) {
        let rows = isLinear ? [symbol.y.lowerBound + symbol.y.count / 2] : Array(symbol.y)
        #expect(
            rows.allSatisfy { row in picture.runs(row: row).dropFirst().dropLast().allSatisfy { $0 % x == 0 }
            })
        if !isLinear {
            #expect(
                symbol.x.allSatisfy { column in
                    picture.runs(column: column).dropFirst().dropLast().allSatisfy { $0 % x == 0 }
                })
        }
    }

    /// ITF-14's bearer bars touch the others above and below over the whole width.
    @Test(arguments: HeadDPI.allCases)
    func bearerBarsCloseAnITF14(_ dpi: HeadDPI) throws {
        let wanted = try #require(SymbologyCase.all.first { $0.symbology == "itf-14" })
        let picture = try ZPLReader.picture(wanted.tightBitmap(dpi).zpl())
        let symbol = try bars(of: picture)
        let x = moduleDots(of: picture, symbol, isLinear: true)
        for rows in [
            symbol.y.lowerBound - 2 * x..<symbol.y.lowerBound,
            symbol.y.upperBound..<symbol.y.upperBound + 2 * x,
        ] {
            for row in rows {
                #expect(picture.runs(row: row).count == 3 && picture.runs(row: row)[1] == symbol.x.count)
            }
        }
    }

    /// ISO/IEC 16023 fixes a MaxiCode's size.
    @Test(arguments: HeadDPI.allCases)
    func aMaxiCodeHasTheSizeOfItsStandard(_ dpi: HeadDPI) throws {
        let wanted = try #require(SymbologyCase.all.first { $0.symbology == "maxicode" })
        let ink = try #require(try ZPLReader.picture(wanted.bitmap(dpi).zpl()).ink)
        let perMM = Double(dpi.dotsPerMM)
        #expect((24.82...27.93).contains(Double(ink.x.count) / perMM))
        #expect((23.71...26.69).contains(Double(ink.y.count) / perMM))
    }

    // MARK: Measuring

    /// The bars without the text below them: the rows that equal the row in the middle of the upper half.
    private func bars(of picture: DotPicture) throws -> (x: Range<Int>, y: Range<Int>) {
        let ink = try #require(picture.ink)
        let middle = ink.y.lowerBound + ink.y.count / 3
        let runs = picture.runs(row: middle)
        let same = ink.y.filter { picture.row($0) == picture.row(middle) }
        let last = try #require(runs.last)
        return (
            runs[0]..<picture.width - (runs.count % 2 == 1 ? last : 0),
            try #require(same.first)..<(try #require(same.last)) + 1
        )
    }

    /// The narrowest bar or space.
    private func moduleDots(of picture: DotPicture, _ symbol: (x: Range<Int>, y: Range<Int>), isLinear: Bool)
        -> Int
    {
        let rows = isLinear ? [symbol.y.lowerBound + symbol.y.count / 2] : Array(symbol.y)
        return rows.flatMap { picture.runs(row: $0).dropFirst().dropLast() }.min() ?? 0
    }
}
