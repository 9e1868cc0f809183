import CZlib

/// Reads what versions before this one deflated (Deutsch 1996, RFC 1951, without a frame), with a dictionary.
///
/// The stream is made once and used again, since making one costs more than a text does. Used from one thread at a time.
final class Inflate {
    private static let windowBits: Int32 = -12

    private let dictionary: [UInt8]
    private var stream = z_stream()

    init(dictionary: [UInt8] = TextDictionary.forDeflate) {
        self.dictionary = dictionary
        let status = inflateInit2_(
            &stream, Self.windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        precondition(status == Z_OK, "out of memory")
    }

    deinit { inflateEnd(&stream) }

    /// - Parameter size: of the text, as it was noted when it was compressed.
    /// - Returns: nil where the bytes are damaged, or were deflated with another dictionary.
    func expand(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        inflateReset(&stream)
        inflateSetDictionary(&stream, dictionary, uInt(dictionary.count))
        var bytes = Array(bytes)
        var result = Z_DATA_ERROR
        let text = [UInt8](unsafeUninitializedCapacity: size) { out, count in
            bytes.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                stream.next_out = out.baseAddress
                stream.avail_out = uInt(size)
                result = inflate(&stream, Z_FINISH)
            }
            count = size - Int(stream.avail_out)
        }
        return result == Z_STREAM_END && text.count == size ? text : nil
    }
}
