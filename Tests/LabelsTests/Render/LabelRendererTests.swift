import JSON
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
