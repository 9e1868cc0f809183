/// What a ZPL printer answers to `~HS`: three lines between STX and ETX, the values parted by commas.
///
/// A printer without paper, with its head open or its head too hot may answer nothing at all, so silence
/// is a fault too (Zebra, ZPL II Programming Guide, `~HS`).
struct PrinterStatus: Equatable {
    var isPaperOut = false
    var isPaused = false
    var isHeadOpen = false
    var isRibbonOut = false
    /// Labels received and not yet drawn, one half received among them.
    var formatsInBuffer = 0

    static let lines = 3

    /// Reads an answer; nil where it is not one.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\u{02}").map { line in
            line.prefix { $0 != "\u{03}" }.split(separator: ",", omittingEmptySubsequences: false)
        }.suffix(Self.lines).map { $0 }
        guard lines.count == Self.lines, lines[0].count >= 8, lines[1].count >= 4,
            let formats = Int(lines[0][4]), let partial = Int(lines[0][7])
        else { return nil }
        isPaperOut = lines[0][1] == "1"
        isPaused = lines[0][2] == "1"
        formatsInBuffer = formats + partial
        isHeadOpen = lines[1][2] == "1"
        isRibbonOut = lines[1][3] == "1"
    }

    /// What somebody has to mend; nil where the printer can print.
    var fault: String? {
        if isPaperOut { return "paper out" }
        if isHeadOpen { return "head open" }
        if isRibbonOut { return "ribbon out" }
        return isPaused ? "paused" : nil
    }
}
