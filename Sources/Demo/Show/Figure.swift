/// Figures as people write them.
enum Figure {
    /// `12,345`.
    static func whole(_ value: Int) -> String {
        var text = ""
        for (index, digit) in String(value.magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + String(text.reversed())
    }

    /// One decimal: `31.5`.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(whole(Int(tenths.magnitude) / 10)).\(tenths.magnitude % 10)"
    }

    static func percent(_ part: Double, of whole: Double) -> String {
        whole > 0 ? decimal(part / whole * 100) + " %" : "–"
    }
}
