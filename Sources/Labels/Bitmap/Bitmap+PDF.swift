extension Bitmap {
    /// The label as a PDF page that carries these very dots.
    ///
    /// Bars drawn as vectors change their widths when a printer's driver rasterises them; an image at the
    /// head's own resolution does not.
    public func pdf() -> [UInt8] { Self.pdf([self]) }

    /// Labels as the pages of one PDF, each of its own size.
    public static func pdf(_ labels: [Bitmap]) -> [UInt8] {
        var file = PDFFile()
        // Object 1 is the catalogue, 2 the page tree; each label has three: page, content, image.
        let pages = labels.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        file.append("<< /Type /Catalog /Pages 2 0 R >>")
        file.append("<< /Type /Pages /Kids [\(pages)] /Count \(labels.count) >>")
        for (index, label) in labels.enumerated() { label.appendPage(firstObject: 3 + 3 * index, to: &file) }
        return file.closed()
    }

    private func appendPage(firstObject: Int, to file: inout PDFFile) {
        let width = points(widthDots)
        let height = points(heightDots)
        file.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(firstObject + 1) 0 R "
                + "/Resources << /XObject << /Label \(firstObject + 2) 0 R >> >> >>")
        file.append("<< ", stream: Array("\(width) 0 0 \(height) 0 0 cm /Label Do".utf8))
        file.append(
            "<< /Type /XObject /Subtype /Image /Width \(widthDots) /Height \(heightDots) /ColorSpace /DeviceGray "
                + "/BitsPerComponent 1 /Decode [1 0] /Interpolate false /Filter /FlateDecode ",
            stream: Deflate.compress(bytes))
    }

    /// Dots as points of 1/72 inch, cut to the ten-thousandth: a page a hair too wide would be rendered one
    /// dot wider, and the picture stretched over it.
    private func points(_ dots: Int) -> String {
        let value = dpi.mm(dots) * 72 / 25.4
        return "\((value * 10000).rounded(.down) / 10000)"
    }
}

/// The objects of a PDF file and the table of their places (PDF 1.7, section 7.5).
private struct PDFFile {
    private var bytes = Array("%PDF-1.4\n".utf8)
    private var offsets: [Int] = []

    mutating func append(_ object: String) { append(object, body: []) }

    /// - Parameter dictionary: An open dictionary; its length and the closing brackets are added.
    mutating func append(_ dictionary: String, stream: [UInt8]) {
        append(dictionary + "/Length \(stream.count) >>\nstream\n", body: stream + Array("\nendstream".utf8))
    }

    private mutating func append(_ head: String, body: [UInt8]) {
        offsets.append(bytes.count)
        bytes += "\(offsets.count) 0 obj\n\(head)".utf8
        bytes += body
        bytes += "\nendobj\n".utf8
    }

    func closed() -> [UInt8] {
        var out = bytes
        out += "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n".utf8
        for offset in offsets {
            let digits = String(offset)
            out += "\(String(repeating: "0", count: 10 - digits.utf8.count))\(digits) 00000 n \n".utf8
        }
        out +=
            "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(bytes.count)\n%%EOF\n".utf8
        return out
    }
}
