/// A raw port: `tcp://192.0.2.10:9100`, `tcp://zebra-1.local:9100`, `tcp://[2001:db8::7]:9100`.
struct PrinterAddress: Equatable, CustomStringConvertible {
    let host: String
    let port: String

    /// Nil where the text is no such address.
    init?(_ text: String) {
        guard text.hasPrefix("tcp://"), let colon = text.lastIndex(of: ":") else { return nil }
        var host = text[text.index(text.startIndex, offsetBy: 6)...]
        guard colon > host.startIndex else { return nil }
        host = host[..<colon]
        port = String(text[text.index(after: colon)...])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, !host.contains("/"), UInt16(port).map({ $0 > 0 }) ?? false else { return nil }
        self.host = String(host)
    }

    var description: String { "\(host):\(port)" }
}
