import JSON
import PrintedLabel
import Testing

@testable import Labels

@Suite struct LabelRendererTests {
    @Test(arguments: ShippedTemplates.names, HeadDPI.allCases)
    func drawsEveryTemplateOnEveryHead(_ name: String, _ dpi: HeadDPI) throws {
        let label = try LabelRenderer().bitmap(
            ShippedTemplates.load(name), data: ShippedTemplates.data(name), dpi: dpi)
        #expect(label.bytes.contains { $0 != 0 })
    }

    @Test(arguments: HeadDPI.allCases)
    func theSSCCHasWholeDotModulesHeightAndQuietZones(_ dpi: HeadDPI) throws {
        let label = try LabelRenderer().bitmap(
            ShippedTemplates.load("shipping-4x6"), data: ShippedTemplates.shipping, dpi: dpi)
        let x = dpi.dotsPerMM / 2
        let row = dpi.dots(120)
        let bars = runs(of: label, row: row)
        #expect(bars.dropFirst().dropLast().allSatisfy { $0.count % x == 0 })
        #expect(bars.dropFirst().dropLast().reduce(0) { $0 + $1.count } == 156 * x)
        #expect(try #require(bars.first).count >= 10 * x)
        #expect(try #require(bars.last).count >= 10 * x)
        let first = try #require(bars.dropFirst().first).lowerBound
        let height = (0..<label.heightDots).count { y in y > dpi.dots(110) && label[first, y] }
        #expect(Double(height) / Double(dpi.dotsPerMM) >= 31.75)
    }

    /// Text, bars and lines turn together, clockwise, dot by dot.
    @Test(arguments: [(90, "20, 0", "20, 40"), (180, "0, 20", "40, 20"), (270, "0, 0", "20, 40")])
    func aTurnedElementIsTheUprightOneTurned(_ degrees: Int, _ at: String, _ size: String) throws {
        for kind in [
            "text: Größe jpq, font_mm: 5", "text: Größe, font_mm: 5, reverse: true, align: right",
            "barcode: code-128, value: A1", "line: 1",
        ] {
            func picture(_ place: String) throws -> DotPicture {
                let yaml = "{label: t, size: [40, 40], elements: [{\(kind), \(place)}]}"
                return DotPicture(
                    try LabelRenderer().bitmap(
                        LabelTemplate(yaml: yaml, file: "t.yaml"), data: [:], dpi: .d203))
            }
            let upright = try picture("at: [0, 0], size: [40, 20]")
            let turned = try picture("at: [\(at)], size: [\(size)], rotate: \(degrees)")
            var wanted = DotPicture(width: 320, height: 320, bytes: [UInt8](repeating: 0, count: 40 * 320))
            for y in 0..<320 {
                for x in 0..<320 where upright[x, y] {
                    switch degrees {
                    case 90: wanted.blacken(319 - y, x)
                    case 180: wanted.blacken(319 - x, 319 - y)
                    default: wanted.blacken(y, 319 - x)
                    }
                }
            }
            let isSame = turned == wanted
            #expect(isSame, "\(kind)")
        }
    }

    /// White letters that reach the edge of their black area are eaten into.
    @Test(arguments: HeadDPI.allCases)
    func reversedTextKeepsOffItsEdges(_ dpi: HeadDPI) throws {
        let yaml =
            "{label: t, size: [30, 20], elements: [{text: WWWWWWWW, at: [0, 0], size: [30, 20], font_mm: 20, least_mm: 1, wrap: none, reverse: true}]}"
        let label = try LabelRenderer().bitmap(LabelTemplate(yaml: yaml, file: "t.yaml"), data: [:], dpi: dpi)
        let margin = dpi.dots(0.25)
        for y in 0..<label.heightDots {
            for x in Array(0..<margin) + Array(label.widthDots - margin..<label.widthDots) where !label[x, y]
            {
                Issue.record("white at \(x), \(y)")
                return
            }
        }
    }

    @Test func aReprintSaysCopy() throws {
        let renderer = LabelRenderer()
        let template = try ShippedTemplates.load("shipping-4x6")
        let first = try renderer.bitmap(template, data: ShippedTemplates.shipping, dpi: .d203)
        var data = ShippedTemplates.shipping.object ?? [:]
        data["copy"] = 1
        #expect(try renderer.bitmap(template, data: .object(data), dpi: .d203) != first)
    }

    @Test(
        arguments: [
            ["tote": ""], [:], ["tote": .string(String(repeating: "W", count: 80))], ["tote": "\u{10FFFD}"],
        ] as [JSONValue])
    func refusesWhatCannotBePrintedAndNamesTheElement(_ data: JSONValue) throws {
        let template = try ShippedTemplates.load("tote")
        let error = #expect(throws: LabelError.self) {
            try LabelRenderer().bitmap(template, data: data, dpi: .d203)
        }
        guard case .refused(let refusal) = error else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.element == "tote")
    }

    @Test func refusesAWrongCheckDigit() throws {
        var data = ShippedTemplates.shipping.object ?? [:]
        data["sscc"] = "106141411234567890"
        let template = try ShippedTemplates.load("shipping-4x6")
        let error = #expect(throws: LabelError.self) {
            try LabelRenderer().bitmap(template, data: .object(data), dpi: .d203)
        }
        guard case .refused(let refusal) = error else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.reason == .wrongCheckDigit(right: "7"))
    }

    /// White and black runs of a row, from the left edge to the right.
    private func runs(of label: Bitmap, row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for x in 1...label.widthDots where x == label.widthDots || label[x, row] != label[start, row] {
            runs.append(start..<x)
            start = x
        }
        return runs
    }
}
