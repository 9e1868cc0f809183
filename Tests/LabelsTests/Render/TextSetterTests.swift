import CPangoCairo
import PrintedLabel
import Testing

@testable import Labels

@Suite struct TextSetterTests {
    /// Glyphs are drawn once and copied; the text must come out as if cairo had drawn it as a whole.
    @Test(
        arguments: [
            "Zoë Müller, Große Straße 12", "محمد العلي 1234", "กรุงเทพมหานคร", "北京市 100020", "Ñandú\nÅngström",
        ], [16, 24, 45])
    func looksAsCairoDrawsIt(_ text: String, _ emDots: Int) throws {
        var style = TextStyle(family: "Noto Sans, DejaVu Sans", fontMM: Double(emDots) / 8, leastFontMM: 1)
        style.wrap = .word
        let (width, height) = (600, 200)
        let set = try TextSetter().set(text, style, width: width, height: height, dpi: .d203)
        var bitmap = Bitmap(widthDots: width, heightDots: height, dpi: .d203)
        let area = DotRect(x: 0, y: 0, width: width, height: height)
        bitmap.print(
            set, area: area, isWhite: false,
            in: DotFrame(Place(xMM: 0, yMM: 0, widthMM: 75, heightMM: 25), rotation: .none, dpi: .d203))
        let byCairo = drawnByCairo(text, emDots: emDots, width: width, height: height)
        let isSame = DotPicture(bitmap) == byCairo
        #expect(isSame)
    }

    /// A number is broken where its place ends, with no sign that is not in it.
    @Test(arguments: ["WATER5LITREBOTTLEPACKBLUE", "ORDNUMBERVERYLONGWITHOUTDASHES"])
    func breaksNumbersWithoutHyphens(_ word: String) throws {
        func picture(_ text: String) throws -> DotPicture {
            let yaml =
                #"{label: t, size: [40, 40], elements: [{text: "{{t}}", at: [0, 0], size: [31, 40], font_mm: 3.6, wrap: character}]}"#
            return DotPicture(
                try LabelRenderer().bitmap(
                    LabelTemplate(yaml: yaml, file: "t.yaml"), data: ["t": .string(text)], dpi: .d203))
        }
        let broken = try picture(word)
        let isAsWritten = try (1..<word.count).contains { length in
            try picture(word.prefix(length) + "\n" + word.dropFirst(length)) == broken
        }
        #expect(isAsWritten)
    }

    /// Tight text fills its place with ink, whatever room its line would keep above and below.
    @Test(arguments: HeadDPI.allCases)
    func tightTextFillsItsPlace(_ dpi: HeadDPI) throws {
        let yaml =
            "{label: t, size: [40, 40], elements: [{text: ↑, at: [2, 3], size: [15, 32], font_mm: 60, least_mm: 5, tight: true, align: center, valign: middle}]}"
        let label = try LabelRenderer().bitmap(LabelTemplate(yaml: yaml, file: "t.yaml"), data: [:], dpi: dpi)
        let ink = try #require(DotPicture(label).ink)
        #expect(ink.x.lowerBound >= dpi.dots(2) - 1 && ink.x.upperBound <= dpi.dots(17) + 1)
        #expect(ink.y.lowerBound >= dpi.dots(3) - 1 && ink.y.upperBound <= dpi.dots(35) + 1)
        #expect(ink.x.count > dpi.dots(13) || ink.y.count > dpi.dots(30))
    }

    private func drawnByCairo(_ text: String, emDots: Int, width: Int, height: Int) -> DotPicture {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, Int32(width), Int32(height))
        let cairo = cairo_create(surface)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_FULL)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON)
        cairo_set_font_options(cairo, options)
        let layout = pango_cairo_create_layout(cairo)
        let font = pango_font_description_from_string("Noto Sans, DejaVu Sans")
        pango_font_description_set_absolute_size(font, Double(emDots) * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_layout_set_width(layout, Int32(width) * PANGO_SCALE)
        pango_layout_set_text(layout, text, -1)
        pango_cairo_show_layout(cairo, layout)
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let data = UnsafeBufferPointer(start: cairo_image_surface_get_data(surface), count: stride * height)
        var picture = DotPicture(
            width: width, height: height, bytes: [UInt8](repeating: 0, count: (width + 7) / 8 * height))
        for y in 0..<height {
            for x in 0..<width where data[y * stride + x / 8] >> UInt8(x % 8) & 1 == 1 {
                picture.blacken(x, y)
            }
        }
        return picture
    }
}
