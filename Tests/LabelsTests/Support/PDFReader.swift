import Foundation
import PrintedLabel
import Testing

@testable import Labels

/// poppler's pdftoppm, as a printer's driver rasterises a page.
enum PDFReader {
    static let isThere = OutsideProgram.exists("pdftoppm")
    static let whyNot: Comment = "pdftoppm (poppler-utils) is not installed"

    /// The pages in black and white, in dots of the head.
    static func pages(_ pdf: [UInt8], _ dpi: HeadDPI) throws -> [DotPicture] {
        try OutsideProgram.withFolder { folder in
            try Data(pdf).write(to: URL(fileURLWithPath: folder + "/label.pdf"))
            let resolution = String(Double(dpi.dotsPerMM) * 25.4)
            _ = try OutsideProgram.run([
                "pdftoppm", "-mono", "-r", resolution, folder + "/label.pdf", folder + "/page",
            ])
            let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                $0.hasSuffix(".pbm")
            }.sorted()
            return try names.map { name in
                try #require(
                    DotPicture(pbm: Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))))
            }
        }
    }
}
