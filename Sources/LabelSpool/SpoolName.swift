/// What a label's file is called: `000000000042-shipping-106141411234567897-r0.zpl`.
///
/// Twelve digits of sequence first, so that names sort in print order; then what kind of label it is, what
/// it belongs to, which copy it is, and the printer's language. Equal jobs have equal names but for the
/// language, so a job cannot lie there twice.
public struct SpoolName: Hashable, Comparable, CustomStringConvertible, Sendable {
    public let sequence: Int
    public let kind: String
    public let key: String
    /// 0 for the first print, n for COPY n.
    public let copy: Int
    public let language: LabelLanguage

    static let sequenceDigits = 12
    static let sequenceMax = 999_999_999_999
    static let partBytesMax = 80
    static let handMark = "."

    /// - Parameters:
    ///   - kind: The template's family, such as `shipping` or `tote`.
    ///   - key: An SSCC, a tote's number…; characters that a file name cannot hold become `_`.
    public init(sequence: Int, kind: String, key: String, copy: Int = 0, language: LabelLanguage)
        throws(SpoolError)
    {
        guard (0...Self.sequenceMax).contains(sequence), copy >= 0 else { throw .badSequence(sequence) }
        self.sequence = sequence
        self.kind = Self.cleaned(kind, allowing: { $0 != UInt8(ascii: "-") })
        self.key = Self.cleaned(key, allowing: { _ in true })
        self.copy = copy
        self.language = language
    }

    /// Reads a file's name; nil where it is not one of these.
    public init?(_ text: String) {
        guard let dot = text.lastIndex(of: "."), let copyMark = text.range(before: dot) else { return nil }
        let parts = text[..<copyMark.start].split(
            separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == Self.sequenceDigits, let sequence = Int(parts[0])
        else { return nil }
        self.sequence = sequence
        kind = String(parts[1])
        key = String(parts[2])
        copy = copyMark.copy
        let ending = text[text.index(after: dot)...]
        guard let language = LabelLanguage(rawValue: String(ending)) else { return nil }
        self.language = language
        guard description == text else { return nil }
    }

    public var description: String {
        let digits = String(sequence)
        let zeros = String(repeating: "0", count: max(0, Self.sequenceDigits - digits.utf8.count))
        return "\(zeros)\(digits)-\(kind)-\(key)-r\(copy).\(language.rawValue)"
    }

    /// The names that the label has or would have in every language, this one first: a printer that is replaced
    /// by one of another language does not make two labels of one.
    var inEveryLanguage: [SpoolName] {
        [self] + LabelLanguage.allCases.filter { $0 != language }.map { SpoolName(self, in: $0) }
    }

    private init(_ name: SpoolName, in language: LabelLanguage) {
        (sequence, kind, key, copy) = (name.sequence, name.kind, name.key, name.copy)
        self.language = language
    }

    /// What the file is called in `new` while a feeder has claimed it: what lists the folder does not see it.
    var inHand: String { Self.handMark + description }

    /// Reads the name of a file that a feeder has claimed.
    init?(inHand text: String) {
        guard text.hasPrefix(Self.handMark) else { return nil }
        self.init(String(text.dropFirst(Self.handMark.count)))
    }

    public static func < (left: SpoolName, right: SpoolName) -> Bool {
        if left.sequence != right.sequence { return left.sequence < right.sequence }
        return left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }

    static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func cleaned(_ text: String, allowing: (UInt8) -> Bool) -> String {
        let bytes = text.utf8.prefix(partBytesMax).map {
            isAllowed($0) && allowing($0) ? $0 : UInt8(ascii: "_")
        }
        return bytes.isEmpty ? "_" : String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    /// The `-r<copy>` in front of a name's last dot.
    fileprivate func range(before dot: Index) -> (start: Index, copy: Int)? {
        guard let dash = self[..<dot].lastIndex(of: "-") else { return nil }
        let mark = self[index(after: dash)..<dot]
        guard mark.first == "r", let copy = Int(mark.dropFirst()), copy >= 0 else { return nil }
        return (dash, copy)
    }
}
