internal import Common

/// The text with a to z turned into A to Z, and nothing else: ids are compared so.
func upperCased(_ text: String) -> String {
    String(decoding: text.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }, as: UTF8.self)
}

/// 1 is A, 26 is Z, 27 is AA.
func letters(_ number: Int) -> String {
    var rest = number
    var bytes: [UInt8] = []
    while rest > 0 {
        bytes.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
        rest = (rest - 1) / 26
    }
    return String(decoding: bytes.reversed(), as: UTF8.self)
}

/// Millimetres as metres without needless zeros: 1500 is "1.5".
func metresText(_ millimetres: Int) -> String {
    let (whole, rest) = millimetres.magnitude.quotientAndRemainder(dividingBy: 1000)
    var text = "\(millimetres < 0 ? "-" : "")\(whole)"
    if rest > 0 {
        var digits = Int(rest).zeroPadded(to: 3)
        while digits.hasSuffix("0") { digits.removeLast() }
        text += ".\(digits)"
    }
    return text
}

/// A whole number written with nothing but digits, at most 9.
func wholeNumber(_ text: Substring) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    return Int(text)
}

/// The thousandths of a decimal number, rounded half up; nil where the text is no such number.
///
/// Read digit by digit: binary fractions would round 0.0005 by chance.
func decimalThousandths(_ text: String) -> Int? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    let fraction = parts.count > 1 ? parts[1] : ""
    guard !(whole.isEmpty && fraction.isEmpty), whole.count <= 9, fraction.count <= 30 else { return nil }
    guard (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let padded = Array(fraction.utf8) + [0x30, 0x30, 0x30]
    let kept = padded[0..<3].reduce(Int(whole) ?? 0) { $0 * 10 + Int($1 - 0x30) }
    let dropped = fraction.utf8.dropFirst(3)
    let isHalfOrMore = (dropped.first ?? 0x30) >= 0x35
    let isJustHalf = dropped.first == 0x35 && dropped.dropFirst().allSatisfy { $0 == 0x30 }
    let magnitude = isHalfOrMore && !(isNegative && isJustHalf) ? kept + 1 : kept
    return isNegative ? -magnitude : magnitude
}
