/// `1 bin`, `2,400 bins`.
func counted(_ count: Int, _ word: String) -> String {
    let digits = Array(String(count))
    var text = ""
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { text += "," }
        text.append(digit)
    }
    return "\(text) \(word)\(count == 1 ? "" : "s")"
}
