extension Int {
    /// The number with zeros before it until it has `width` digits: `7.zeroPadded(to: 2)` is `07`.
    public func zeroPadded(to width: Int) -> String { String(self).zeroPadded(to: width) }
}

extension String {
    /// The text with zeros before it until it is `width` bytes long; a longer one as it is.
    public func zeroPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - utf8.count)) + self
    }
}
