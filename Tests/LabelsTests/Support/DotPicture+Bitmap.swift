import Labels
import PrintedLabel

extension DotPicture {
    init(_ bitmap: Bitmap) {
        self.init(width: bitmap.widthDots, height: bitmap.heightDots, bytes: bitmap.bytes)
    }
}
