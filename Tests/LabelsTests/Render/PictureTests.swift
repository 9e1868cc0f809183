import Foundation
import PrintedLabel
import Testing

@testable import Labels

@Suite struct PictureTests {
    /// A checkerboard of two dots a side, written by our own PNG writer.
    @Test func anImageIsDrawnDotForDot() throws {
        try OutsideProgram.withFolder { folder in
            var board = Bitmap(widthDots: 40, heightDots: 24, dpi: .d203)
            for y in stride(from: 0, to: 24, by: 2) {
                for x in stride(from: y % 4, to: 40, by: 4) {
                    board.blacken(DotRect(x: x, y: y, width: 2, height: 2))
                }
            }
            let file = folder + "/board.png"
            try Data(board.png()).write(to: URL(fileURLWithPath: file))
            let picture = try Picture(file: file)
            #expect((picture.width, picture.height) == (40, 24))
            var drawn = Bitmap(widthDots: 40, heightDots: 24, dpi: .d203)
            var runs = 0
            picture.draw(width: 40, height: 24) {
                drawn.blacken($0)
                runs += 1
            }
            #expect(drawn == board)
            #expect(runs == 24 * 10)
        }
    }

    /// A header that says it is larger than any label is enough: nothing is set aside for its pixels.
    @Test(arguments: [
        (100_000, 100_000, "100000 × 100000 pixels; at most 6000 a side"), (40, 0, "40 × 0 pixels"),
        (40, 24, "is a damaged PNG file"),
    ])
    func aPictureThatIsNoneIsTold(_ width: Int, _ height: Int, _ words: String) throws {
        try OutsideProgram.withFolder { folder in
            func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) } }
            let bytes: [UInt8] =
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
                + number(width)
                + number(height) + [1, 0, 0, 0, 0, 0, 0, 0, 0]
            let file = folder + "/picture.png"
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let fault = #expect(throws: TextFault.self) { try Picture(file: file) }
            #expect(fault?.message.contains(words) == true, "\(String(describing: fault))")
        }
    }
}
