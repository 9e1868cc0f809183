import ArgumentParser
import Drawing
import Glibc

/// A picture on disk, in the form that its name says.
enum PictureFile {
    enum Format: String, CaseIterable {
        case svg, png
    }

    /// A PNG gets so many pixels for one unit: sharp on paper at the size of a hand.
    static let pixelsPerUnit = 2.0

    /// Checks what `--output` says.
    static func check(output: String) throws(ValidationError) {
        guard output == "-" || output.hasSuffix(".svg") || output.hasSuffix(".png") else {
            throw ValidationError("--output \(output) ends in neither .svg nor .png")
        }
    }

    /// Gives a picture as a command's answer: as SVG on standard output where `--output` is `-`, else as a file, whose
    /// name is printed.
    static func answer(
        _ picture: Picture, output: String, pixelsPerUnit: Double = PictureFile.pixelsPerUnit
    ) throws {
        if output == "-" { return Terminal.print(picture.svg(), terminator: "") }
        try write(picture, to: output, pixelsPerUnit: pixelsPerUnit)
        Terminal.print(output)
    }

    /// - Throws: ``InputFileError`` where the file cannot be written, `DrawingError` where the picture
    /// is too large.
    static func write(
        _ picture: Picture, to path: String, pixelsPerUnit: Double = PictureFile.pixelsPerUnit
    ) throws {
        let bytes =
            path.hasSuffix(".png") ? try picture.png(scale: pixelsPerUnit) : Array(picture.svg().utf8)
        guard let stream = fopen(path, "w") else {
            throw InputFileError(
                description: "\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        let written = fwrite(bytes, 1, bytes.count, stream)
        guard fclose(stream) == 0, written == bytes.count else {
            throw InputFileError(description: "\(path) was not written whole: is the disk full?")
        }
    }
}
