/// What takes labels off a feeder.
protocol Printer {
    /// Sends one label and finds out whether the printer has it.
    ///
    /// - Parameters:
    ///   - willSend: Called before anything is sent that could come onto paper.
    ///   - tell: Shows a person what is waited for, while the printer has the label and cannot print it.
    func deliver(
        _ bytes: [UInt8], willSend: () throws(FeedFault) -> Void, tell: (String) -> Void
    ) throws(FeedFault) -> Delivery
}

/// What became of a label that was to be sent.
enum Delivery: Equatable {
    /// The printer has it whole, and prints it if it has not done so.
    case taken
    /// Nothing of it can come onto paper; it may be sent again.
    case notTaken(String)
    /// It may be on paper or not; to send it again could double it.
    case unclear(String)
}

/// Why feeding cannot go on for now.
struct FeedFault: Error, Equatable, CustomStringConvertible {
    let description: String
}
