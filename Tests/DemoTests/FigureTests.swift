import Testing

@testable import Demo

struct FigureTests {
    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
    func `thousands are parted`(value: Int, text: String) { #expect(Figure.whole(value) == text) }

    @Test(arguments: [(0, "0.0"), (31.46, "31.5"), (1_234.95, "1,235.0"), (-0.26, "-0.3")])
    func `figures have one decimal`(value: Double, text: String) { #expect(Figure.decimal(value) == text) }

    @Test func `a share of nothing is no number`() { #expect(Figure.percent(1, of: 0) == "–") }
}
