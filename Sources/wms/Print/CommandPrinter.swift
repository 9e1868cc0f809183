import LabelSpool

/// A shell command that takes one label on standard input, such as `lp -d zebra`.
///
/// Its exit status decides. Status 0: the label is delivered. 75 (try again later, sysexits.h) and 126, 127 (the
/// command could not be run): it is not, and is sent again; so too where the command has not read as far as the end
/// of the label, without which nothing is printed. Anything else, a signal too: nobody knows, and the last line that
/// the command wrote to standard error is the reason.
struct CommandPrinter: Printer {
    let command: String
    /// Held by the command too, so that no other feeder sends while it has a label.
    let lock: Int32

    private static let mayTryAgain: Set<Int32> = [75, 126, 127]

    func deliver(
        _ label: SpoolLabel, claim: () throws(FeedFault) -> Bool, notify: (String) -> Void
    ) throws(FeedFault) -> Delivery {
        guard try claim() else { return .withdrawn }
        let end: ShellCommand.End
        do throws(FeedFault) {
            end = try ShellCommand(text: command, inherited: lock).run(reading: label.bytes)
        } catch { return .notDelivered(error.description) }
        if end.status == .exit(0) { return .delivered }
        let reason = "\(command) \(end.status)\(end.lastLine.map { ": \($0)" } ?? "")"
        if end.bytesRead <= label.bytesBeforePrinting { return .notDelivered(reason) }
        if case .exit(let status) = end.status, Self.mayTryAgain.contains(status) {
            return .notDelivered(reason)
        }
        return .unclear(reason)
    }
}
