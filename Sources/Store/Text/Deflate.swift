import CZlib

/// The deflate format without a frame (Deutsch 1996, RFC 1951), for texts of one answer's size, with a dictionary.
///
/// Streams are made once and used again, since making one costs more than a text does. A window of 4 KiB and hash
/// tables of 8 KiB are cleared in a fraction of the time that zlib's own sizes need, which texts this short would
/// never fill. Used from one thread at a time.
final class Deflate {
    private static let windowBits: Int32 = -12
    private static let memoryLevel: Int32 = 5
    private static let level: Int32 = 4

    private let dictionary: [UInt8]
    private var writing = z_stream()
    private var reading = z_stream()

    init(dictionary: [UInt8] = TextDictionary.bytes) {
        self.dictionary = dictionary
        let size = Int32(MemoryLayout<z_stream>.size)
        let written = deflateInit2_(
            &writing, Self.level, Z_DEFLATED, Self.windowBits, Self.memoryLevel, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, size)
        let read = inflateInit2_(&reading, Self.windowBits, ZLIB_VERSION, size)
        precondition(written == Z_OK && read == Z_OK, "out of memory")
    }

    deinit {
        deflateEnd(&writing)
        inflateEnd(&reading)
    }

    /// - Complexity: linear in the bytes and the dictionary.
    func compress(_ bytes: [UInt8]) -> [UInt8] {
        deflateReset(&writing)
        deflateSetDictionary(&writing, dictionary, uInt(dictionary.count))
        let bound = Int(deflateBound(&writing, uLong(bytes.count)))
        var bytes = bytes
        return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
            bytes.withUnsafeMutableBufferPointer { input in
                writing.next_in = input.baseAddress
                writing.avail_in = uInt(input.count)
                writing.next_out = out.baseAddress
                writing.avail_out = uInt(bound)
                let status = deflate(&writing, Z_FINISH)
                precondition(status == Z_STREAM_END, "deflateBound is no bound")
            }
            count = bound - Int(writing.avail_out)
        }
    }

    /// - Parameter size: of the text, as it was noted when it was compressed.
    /// - Returns: nil where the bytes are not what ``compress(_:)`` made of a text of that size.
    func expand(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        inflateReset(&reading)
        inflateSetDictionary(&reading, dictionary, uInt(dictionary.count))
        var bytes = Array(bytes)
        var result = Z_DATA_ERROR
        let text = [UInt8](unsafeUninitializedCapacity: size) { out, count in
            bytes.withUnsafeMutableBufferPointer { input in
                reading.next_in = input.baseAddress
                reading.avail_in = uInt(input.count)
                reading.next_out = out.baseAddress
                reading.avail_out = uInt(size)
                result = inflate(&reading, Z_FINISH)
            }
            count = size - Int(reading.avail_out)
        }
        return result == Z_STREAM_END && text.count == size ? text : nil
    }
}
