import PrintedLabel
import Testing

@testable import Labels

/// Every symbology on every head, read back by zxing-cpp from what a printer, a screen and a driver get.
@Suite(.enabled(if: CodeReader.isThere, CodeReader.whyNot)) struct SymbologyReadBackTests {
    @Test(arguments: HeadDPI.allCases)
    func fromTheZPL(_ dpi: HeadDPI) throws {
        try check(try SymbologyCase.bitmaps(dpi).map { ("label.pbm", try ZPLReader.picture($0.zpl()).pbm) })
    }

    @Test(arguments: HeadDPI.allCases)
    func fromThePNG(_ dpi: HeadDPI) throws {
        try check(try SymbologyCase.bitmaps(dpi).map { ("label.png", $0.png()) })
    }

    @Test(.enabled(if: PDFReader.isThere, PDFReader.whyNot), arguments: HeadDPI.allCases)
    func fromThePDF(_ dpi: HeadDPI) throws {
        let pages = try PDFReader.pages(Bitmap.pdf(try SymbologyCase.bitmaps(dpi)), dpi)
        try check(pages.map { ("label.pbm", $0.pbm) })
    }

    private func check(_ pictures: [(name: String, bytes: [UInt8])]) throws {
        let read = try CodeReader.read(pictures)
        try #require(read.count == SymbologyCase.all.count)
        for (codes, wanted) in zip(read, SymbologyCase.all) {
            #expect(codes.count == 1, "\(wanted.testDescription)")
            let code = try #require(codes.first, "\(wanted.testDescription)")
            #expect(code.bytes == wanted.expected, "\(wanted.testDescription)")
            #expect(code.prefix.hasPrefix(wanted.prefix), "\(wanted.testDescription) reads as \(code.prefix)")
        }
    }
}
