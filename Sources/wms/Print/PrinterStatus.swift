/// What a ZPL printer answers to `~HS`: three lines between STX and ETX, the values parted by commas.
///
/// A printer without paper, with its head open or its head too hot may answer nothing at all, so silence
/// is a fault too (Zebra, ZPL II Programming Guide, `~HS`).
struct PrinterStatus: Equatable {
    var isPaperOut = false
    var isPaused = false
    var isHeadOpen = false
    var isRibbonOut = false

    /// Reads an answer; nil where it is not one.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\u{02}").map { line in
            line.prefix { $0 != "\u{03}" }.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard lines.count >= 2, lines[0].count >= 3, lines[1].count >= 4 else { return nil }
        isPaperOut = lines[0][1] == "1"
        isPaused = lines[0][2] == "1"
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
