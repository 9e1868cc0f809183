import PrintedLabel
import Testing

@testable import Labels

/// Every language and file, read by a reader of its own, holds the very dots of the bitmap.
@Suite struct PrinterLanguageTests {
    @Test(arguments: TestBitmaps.seeds)
    func zplRunLengths(_ seed: UInt64) throws {
        let bitmap = TestBitmaps.random(seed)
        let isSame = try ZPLReader.picture(bitmap.zpl()) == DotPicture(bitmap)
        #expect(isSame)
    }

    @Test(arguments: TestBitmaps.seeds)
    func z64(_ seed: UInt64) throws {
        let bitmap = TestBitmaps.random(seed)
        let isSame = try ZPLReader.picture(bitmap.zpl(.z64)) == DotPicture(bitmap)
        #expect(isSame)
    }

    @Test(arguments: TestBitmaps.seeds)
    func otherPrinters(_ seed: UInt64) throws {
        let bitmap = TestBitmaps.random(seed)
        let wanted = DotPicture(bitmap)
        for (name, read) in [
            ("epl2", try RasterReaders.epl2(bitmap.epl2(), width: bitmap.widthDots)),
            ("tspl", try RasterReaders.tspl(bitmap.tspl(), width: bitmap.widthDots)),
            ("escpos", try RasterReaders.escpos(bitmap.escpos(), width: bitmap.widthDots)),
            ("png", try RasterReaders.png(bitmap.png())), ("svg", try RasterReaders.svg(bitmap.svg())),
        ] {
            let isSame = read == wanted
            #expect(isSame, "\(name)")
        }
    }

    /// A driver that rasterises the page at the head's resolution gets the label dot by dot.
    @Test(.enabled(if: PDFReader.isThere, PDFReader.whyNot), arguments: HeadDPI.allCases)
    func pdf(_ dpi: HeadDPI) throws {
        let bitmaps = [(812, 1219), (840, 1184), (800, 400), (303, 304), (17, 13)].enumerated().map {
            index, size in
            TestBitmaps.random(
                UInt64(index), width: size.0 * dpi.dotsPerMM / 8, height: size.1 * dpi.dotsPerMM / 8, dpi)
        }
        let pages = try PDFReader.pages(Bitmap.pdf(bitmaps), dpi)
        try #require(pages.count == bitmaps.count)
        for (page, bitmap) in zip(pages, bitmaps) {
            #expect(page.width == bitmap.widthDots && page.height == bitmap.heightDots)
            let isSame = page == DotPicture(bitmap)
            #expect(isSame, "\(bitmap.widthDots) × \(bitmap.heightDots)")
        }
    }

    @Test func aRowOfOneColourAndARepeatedRowAreOneSign() {
        var bitmap = Bitmap(widthDots: 4_000, heightDots: 4, dpi: .d203)
        bitmap.blacken(DotRect(x: 0, y: 1, width: 4_000, height: 2))
        #expect(RunLengthWriter.rows(of: bitmap) == Array(",!:,".utf8))
    }

    @Test func longRunsAreCountedInFourHundreds() {
        var bitmap = Bitmap(widthDots: 8_000, heightDots: 1, dpi: .d203)
        bitmap.blacken(DotRect(x: 0, y: 0, width: 4 * 1_023, height: 1))
        // 1,023 digits of F are 2 × 400 + 11 × 20 + 3; the white digit beside the last one stands for itself.
        #expect(RunLengthWriter.rows(of: bitmap) == Array("zzqIF0,".utf8))
    }
}
