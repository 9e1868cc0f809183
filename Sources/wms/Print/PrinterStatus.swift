/// What a ZPL printer answers to `~HS`: three lines between STX and ETX, the values parted by commas.
///
/// The first line has paper out, pause, formats in the buffer, buffer full, a format half received and over
/// temperature as its values 1, 2, 4, 5, 7 and 11; the second has head up and ribbon out as 2 and 3. A printer without paper, with its head open or its head too hot may answer nothing at all, so silence
/// is a fault too (Zebra, ZPL II Programming Guide, `~HS`).
struct PrinterStatus: Equatable {
    var isPaperOut = false
    var isPaused = false
    var isHeadOpen = false
    var isRibbonOut = false
    var isHeadTooHot = false
    /// It takes nothing more before it has printed some of what it has.
    var isBufferFull = false
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
        isBufferFull = lines[0][5] == "1"
        isHeadTooHot = lines[0].count > 11 && lines[0][11] == "1"
        isHeadOpen = lines[1][2] == "1"
        isRibbonOut = lines[1][3] == "1"
    }

    /// What has to be fixed, or to pass; nil where the printer can print.
    var fault: String? {
        if isPaperOut { return "paper out" }
        if isHeadOpen { return "head open" }
        if isRibbonOut { return "ribbon out" }
        if isHeadTooHot { return "head too hot" }
        if isPaused { return "paused" }
        return isBufferFull ? "buffer full" : nil
    }
}
