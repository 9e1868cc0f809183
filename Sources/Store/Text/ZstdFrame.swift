/// The parts of a Zstandard frame (RFC 8878, section 3.1.1) that are the same for all texts of one block, which are
/// left out where a text is kept: its first four bytes, the descriptor and the block's header.
///
///     28 B5 2F FD | 20 | 5C | 8D 01 00 | …      a frame: descriptor, length of the text, header, block
///     03          |      5C            | …      as it is kept
enum ZstdFrame {
    /// What stands first, instead of the parts that are left out, and names the dictionary as well: no number ever
    /// comes to mean another.
    struct Numbers {
        /// All of a frame but its first four bytes, where it is none of the others.
        let frame: UInt8
        /// One block, after the text's length in one byte.
        let block: UInt8
        /// One block, after the text's length in two bytes.
        let longBlock: UInt8

        static let answers = Numbers(frame: 2, block: 3, longBlock: 4)
        static let documents = Numbers(frame: 5, block: 6, longBlock: 7)
    }

    /// Every frame begins with these.
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    /// A frame of one segment that tells its text's length in one byte, or in two, and has no checksum.
    private static let shortDescriptor: UInt8 = 0x20
    private static let longDescriptor: UInt8 = 0x60
    private static let headerBytes = 3
    /// A block that is the last, and compressed; its length stands above these three bits.
    private static let lastCompressed: UInt32 = 0b101

    /// Leaves out of a frame what can be made again.
    ///
    /// - Returns: how many bytes are left, the first of which says what they are.
    static func shorten(_ frame: UnsafeMutablePointer<UInt8>, length: Int, _ numbers: Numbers) -> Int {
        let isShort = frame[magic.count] == shortDescriptor
        let lengthBytes = isShort ? 1 : 2
        let header = magic.count + 1 + lengthBytes
        let block = header + headerBytes
        guard isShort || frame[magic.count] == longDescriptor, length > block,
            (0..<headerBytes).allSatisfy({ frame[header + $0] == blockHeader($0, ofLength: length - block) })
        else {
            // The number stands in place of the last byte of the magic, and what comes before it goes.
            frame[0] = numbers.frame
            (frame + 1).update(from: frame + magic.count, count: length - magic.count)
            return length - magic.count + 1
        }
        frame[0] = isShort ? numbers.block : numbers.longBlock
        (frame + 1).update(from: frame + magic.count + 1, count: lengthBytes)
        (frame + 1 + lengthBytes).update(from: frame + block, count: length - block)
        return 1 + lengthBytes + length - block
    }

    /// The frame of which such bytes are left; nil where they are none.
    static func frame(of bytes: [UInt8], _ numbers: Numbers) -> [UInt8]? {
        switch bytes.first {
        case numbers.frame: magic + bytes.dropFirst()
        case numbers.block: frame(of: bytes, shortDescriptor, lengthBytes: 1)
        case numbers.longBlock: frame(of: bytes, longDescriptor, lengthBytes: 2)
        default: nil
        }
    }

    private static func frame(of bytes: [UInt8], _ descriptor: UInt8, lengthBytes: Int) -> [UInt8]? {
        let start = 1 + lengthBytes
        guard bytes.count > start else { return nil }
        var frame: [UInt8] = []
        frame.reserveCapacity(magic.count + headerBytes + bytes.count)
        frame += magic
        frame.append(descriptor)
        frame += bytes[1..<start]
        for index in 0..<headerBytes { frame.append(blockHeader(index, ofLength: bytes.count - start)) }
        frame += bytes[start...]
        return frame
    }

    /// One byte of a block's header, the lowest first.
    private static func blockHeader(_ index: Int, ofLength length: Int) -> UInt8 {
        let header = UInt32(truncatingIfNeeded: length) << 3 | lastCompressed
        return UInt8(truncatingIfNeeded: header >> (index * 8))
    }
}
