import Foundation
import JSON
import Testing

/// zxing-cpp under Python, a barcode reader that shares no code with the drawing.
enum CodeReader {
    struct Code: Equatable {
        /// The symbology identifier, such as `]C1`.
        let prefix: String
        let bytes: [UInt8]
    }

    static let isThere = (try? OutsideProgram.run([python, "-c", "import zxingcpp, PIL"]).status) == 0
    static let whyNot: Comment = "zxing-cpp or pillow is not installed for python3"
    private static let python = ProcessInfo.processInfo.environment["WMS_TEST_PYTHON"] ?? "python3"

    /// What stands in each picture; `name` ends in the file's kind.
    static func read(_ pictures: [(name: String, bytes: [UInt8])]) throws -> [[Code]] {
        try OutsideProgram.withFolder { folder in
            let paths = try pictures.enumerated().map { index, picture in
                let path = "\(folder)/\(index)-\(picture.name)"
                try Data(picture.bytes).write(to: URL(fileURLWithPath: path))
                return path
            }
            let output = try OutsideProgram.run([python, "-c", script] + paths).output
            return try output.split(separator: 0x0A).map { line in
                try (JSONValue(parsing: line).array ?? []).map { code in
                    Code(
                        prefix: code["prefix"]?.string ?? "",
                        bytes: (code["bytes"]?.array ?? []).compactMap { $0.int.map(UInt8.init) })
                }
            }
        }
    }

    private static let script = """
        import json, sys, zxingcpp
        from PIL import Image, ImageOps
        for path in sys.argv[1:]:
            picture = ImageOps.expand(Image.open(path).convert('L'), 40, 255)
            codes = zxingcpp.read_barcodes(picture)
            print(json.dumps([{'prefix': c.symbology_identifier, 'bytes': list(c.bytes)} for c in codes]))
        """
}
