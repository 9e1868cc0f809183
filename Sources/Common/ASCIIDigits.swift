extension UInt8 {
    /// 0 to 9 where this byte is an ASCII digit.
    @inlinable
    public var asciiDigit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}

extension StringProtocol {
    /// Whether this text is one ASCII digit or more and nothing else.
    @inlinable
    public var isDigits: Bool { !isEmpty && utf8.allSatisfy { $0.asciiDigit != nil } }
}
