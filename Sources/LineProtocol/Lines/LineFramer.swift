/// Cuts a stream of bytes into lines at LF and holds at most as many as one line may have.
///
/// A CR before the LF is dropped. A line longer than the limit is skipped to its end and reported once,
/// where its end is found. LF alone ends a line: VT, FF, NEL and a bare CR are bytes like any other.
///
///     var framer = LineFramer(lineBytesMax: 8)
///     framer.append("ping\r\nmuch too long\nhel".utf8)
///     print(framer.next()!, framer.next()!, framer.next() as Any)     // line, tooLong, nil
public struct LineFramer: Sendable {
    public enum Frame: Equatable, Sendable {
        case line([UInt8])
        case tooLong
    }

    private let lineBytesMax: Int
    private var bytes: [UInt8] = []
    /// Where in `bytes` the next line begins.
    private var start = 0
    /// How far `bytes` has been searched for an LF.
    private var searched = 0
    private var isSkipping = false

    public init(lineBytesMax: Int = WireLimits.lineBytesMax) { self.lineBytesMax = lineBytesMax }

    /// Bytes that have come and belong to no frame yet.
    public var pendingCount: Int { bytes.count - start }

    /// Whether a line has begun and not ended. Where the stream ends so, the line was cut off and must not be
    /// executed: `qty=12` may have lost its last digit.
    public var isMidLine: Bool { isSkipping || pendingCount > 0 }

    public mutating func append(_ more: some Sequence<UInt8>) {
        if start > 0 {
            bytes.removeFirst(start)
            searched -= start
            start = 0
        }
        let isAppended: Void? = more.withContiguousStorageIfAvailable { bytes.append(contentsOf: $0) }
        if isAppended == nil { bytes.append(contentsOf: more) }
    }

    /// The next whole line; nil where none has come yet.
    ///
    /// - Complexity: linear in the bytes that were not searched before.
    public mutating func next() -> Frame? {
        guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = bytes.count
            dropOverlong()
            return nil
        }
        var line = bytes[start..<end]
        start = end + 1
        searched = start
        if isSkipping {
            isSkipping = false
            return .tooLong
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line.count > lineBytesMax ? .tooLong : .line(Array(line))
    }

    /// Forgets the bytes of a line that can no longer be short enough; one more stands for the CR.
    private mutating func dropOverlong() {
        guard isSkipping || pendingCount > lineBytesMax + 1 else { return }
        isSkipping = true
        bytes.removeAll(keepingCapacity: false)
        start = 0
        searched = 0
    }
}
