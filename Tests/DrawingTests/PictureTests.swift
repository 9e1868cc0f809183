import Drawing
import Foundation
import FoundationXML
import Testing

@Suite struct PictureTests {
    private var sample: Picture {
        var picture = Picture(width: 120, height: 60, title: "A & B <test>")
        picture.rect(x: 0, y: 0, width: 60, height: 60, Style(fill: Color(0xFF0000)))
        picture.rect(
            x: 70, y: 10, width: 20, height: 20, radius: 4, Style(stroke: .black), note: "B-3-12 \"x\"")
        picture.line(from: Position(0, 0), to: Position(120, 60), Style(stroke: .black, dashes: [2, 1]))
        picture.polyline([Position(1, 1), Position(2, 2.346)], Style(stroke: .black, opacity: 0.5))
        picture.polygon([Position(1, 1), Position(2, 2), Position(1, 2)], Style(fill: .black))
        picture.circle(at: Position(100, 30), radius: 5, Style(fill: Color(0x0000FF)))
        picture.text(
            "a<b & \u{1}c 中", at: Position(60, 50), Font(size: 10, isBold: true, anchor: .middle, turn: 90))
        return picture
    }

    @Test func svgIsWellFormedWhateverTheTextHolds() {
        let parser = XMLParser(data: Data(sample.svg().utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    @Test func svgKeepsTextAsTextAndNumbersShort() {
        let svg = sample.svg()
        #expect(svg.contains("a&lt;b &amp; c 中</text>"))
        #expect(svg.contains("<title>B-3-12 &quot;x&quot;</title>"))
        #expect(svg.contains(#"points="1,1 2,2.35""#))
        #expect(svg.contains("#ff0000"))
    }

    @Test func pngHasTheScaledSizeAndItsSignature() throws {
        let png = try sample.png(scale: 2)
        #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(Array(png[16..<24]) == [0, 0, 0, 240, 0, 0, 0, 120])
    }

    @Test func whatIsPaintedChangesThePixels() throws {
        let blank = try Picture(width: 120, height: 60).png(scale: 1)
        #expect(try sample.png(scale: 1) != blank)
        #expect(try sample.png(scale: 1) == sample.png(scale: 1))
    }

    @Test(arguments: [0, -1, 1e9, Double.nan, .infinity])
    func sizesThatNoMemoryHoldsAreRefused(scale: Double) {
        #expect(throws: DrawingError.self) { try sample.png(scale: scale) }
    }

    @Test func coloursMix() {
        #expect(Color.black.mixed(with: .white, share: 0.5) == Color(0x808080))
        #expect(Color.black.mixed(with: .white, share: 7) == .white)
    }
}
