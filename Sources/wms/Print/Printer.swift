import LabelSpool

/// What a feeder sends labels to.
protocol Printer {
    /// Sends one label and finds out whether the printer has it.
    ///
    /// - Parameters:
    ///   - claim: Called before anything is sent that could come onto paper; false where the label has been
    ///     withdrawn and must not be sent.
    ///   - notify: Shows a person what is waited for, while the printer has the label and cannot print it.
    func deliver(
        _ label: SpoolLabel, claim: () throws(FeedFault) -> Bool, notify: (String) -> Void
    ) throws(FeedFault) -> Delivery
}

/// The outcome of sending one label.
enum Delivery: Equatable {
    /// The printer has it whole, and prints it if it has not done so.
    case delivered
    /// Nothing of it can come onto paper; it may be sent again.
    case notDelivered(String)
    /// It may be on paper or not; to send it again could double it.
    case unclear(String)
    /// The daemon withdrew it before anything was sent.
    case withdrawn
}

/// Why feeding cannot go on for now.
struct FeedFault: Error, Equatable, CustomStringConvertible {
    let description: String
}

extension SpoolLabel {
    /// So many of its bytes can be read without anything coming onto paper: in ZPL those in front of the last
    /// `^XZ`, in any other language none, since it may be printed as it is read.
    var bytesBeforePrinting: Int {
        guard name.language == .zpl else { return 0 }
        let mark = Array("^XZ".utf8)
        return stride(from: bytes.count - mark.count, through: 0, by: -1).first {
            bytes[$0...].starts(with: mark)
        } ?? 0
    }
}
