import Domain
import Operations

/// What was scanned or keyed at a prompt, as far as a dialogue needs it.
struct Answer {
    /// Without white space at either end.
    let text: String
    let scan: ScanReading

    init(_ text: String) {
        self.text = text.trimmed
        scan = ScanReading(self.text)
    }

    /// What an operation says at the prompt that stands; nil for one that is no scan.
    init?(given operation: any Operation) {
        switch operation {
        case let scan as TourScan: self.init(scan.code)
        case let scan as PackScan: self.init(scan.code)
        default: return nil
        }
    }

    /// Whether it is written as a command is, known or not.
    var isCommand: Bool { scan.text.hasPrefix("*") && scan.text.count > 1 }

    /// One of a dialogue's commands, all of which begin with `*`: most answers are known by their first byte to be none.
    func command<Word: RawRepresentable>(_ type: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        scan.text.utf8.first == UInt8(ascii: "*") ? word(type) : nil
    }

    /// The number that was keyed; nil where it is none, or so long that it is a barcode.
    var number: Int? {
        guard text.utf8.count <= Limits.keyedDigitsMax, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The day of expiry that was keyed, `2027-01-31`, or that a GS1 code carries; nil where there is none.
    var day: Day? { Day(text) ?? scan.expiry }

    /// A word of a closed set, in whichever case it was keyed, or as a barcode of it was scanned.
    func word<Word: RawRepresentable>(_ type: Word.Type = Word.self) -> Word? where Word.RawValue == String {
        Word(rawValue: scan.text.uppercased()) ?? Word(rawValue: scan.text.lowercased())
    }
}
