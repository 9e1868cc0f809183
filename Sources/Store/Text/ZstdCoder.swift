import CZstd

/// Compresses and expands texts of one kind with their dictionary.
///
/// Used from one thread at a time.
final class ZstdCoder {
    /// The first level that looks for long matches and for short ones: it saves four bytes of a hundred over the first.
    private static let level: Int32 = 3
    /// Its two tables have 2¹² entries each, which find all that a dictionary of 4 KiB has: larger ones are out of the
    /// processor's cache when the next text comes.
    private static let tableBits: Int32 = 12

    private let numbers: ZstdFrame.Numbers
    private let writing: OpaquePointer
    private let reading: OpaquePointer
    private let readingDictionary: OpaquePointer

    init(dictionary: [UInt8], numbers: ZstdFrame.Numbers) {
        guard let writing = ZSTD_createCCtx(), let reading = ZSTD_createDCtx(),
            let readingDictionary = ZSTD_createDDict(dictionary, dictionary.count)
        else { preconditionFailure("out of memory") }
        self.numbers = numbers
        self.writing = writing
        self.reading = reading
        self.readingDictionary = readingDictionary
        // The number stands before the frame.
        ZSTD_CCtx_setParameter(writing, ZSTD_c_dictIDFlag, 0)
        ZSTD_CCtx_setParameter(writing, ZSTD_c_compressionLevel, Self.level)
        ZSTD_CCtx_setParameter(writing, ZSTD_c_hashLog, Self.tableBits)
        ZSTD_CCtx_setParameter(writing, ZSTD_c_chainLog, Self.tableBits)
        // It is read for these parameters, once, with the first text.
        ZSTD_CCtx_loadDictionary(writing, dictionary, dictionary.count)
        ZSTD_DCtx_refDDict(reading, readingDictionary)
    }

    deinit {
        ZSTD_freeCCtx(writing)
        ZSTD_freeDCtx(reading)
        ZSTD_freeDDict(readingDictionary)
    }

    /// - Returns: a number, which names the dictionary, and what is left of a frame.
    func compress(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        let bound = ZSTD_compressBound(text.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { out, count in
            let length = ZSTD_compress2(writing, out.baseAddress, bound, text.baseAddress, text.count)
            precondition(ZSTD_isError(length) == 0, "ZSTD_compressBound is no bound")
            guard let start = out.baseAddress else { return }
            count = ZstdFrame.shorten(start, length: length, numbers)
        }
    }

    /// Whether these bytes were compressed with this dictionary.
    func knows(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return false }
        return first == numbers.frame || first == numbers.block || first == numbers.longBlock
    }

    /// - Returns: nil where the bytes are damaged, or the text would be longer than `textBytesMax`.
    func expand(_ bytes: [UInt8], textBytesMax: Int) -> [UInt8]? {
        guard let frame = ZstdFrame.frame(of: bytes, numbers) else { return nil }
        let size = ZSTD_getFrameContentSize(frame, frame.count)
        // What cannot be read gives the two highest numbers.
        guard size < UInt64(textBytesMax) else { return nil }
        var result = 0
        let text = [UInt8](unsafeUninitializedCapacity: Int(size)) { out, count in
            result = ZSTD_decompressDCtx(reading, out.baseAddress, Int(size), frame, frame.count)
            count = ZSTD_isError(result) == 0 ? result : 0
        }
        return result == Int(size) ? text : nil
    }
}
