import ArgumentParser
import LabelSpool

/// `wms print feed`: labels from a spool folder to a printer, in order, each at most once.
struct PrintFeedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: "Take labels in order from spool/PRINTER/new to a printer.",
        discussion: """
            A label that the printer has moves to done. While the printer is out of paper, paused, silent or not to \
            be reached, labels wait in new and the fault is reported on standard error. A label that may be on paper or \
            not, because the connection broke at its very end, the command failed, or a feeder was killed, moves to \
            failed with the reason and is never sent again: the daemon reports it as label.failed, and \
            label.reprint prints it marked as a copy. After such a label the feeder rests, each time twice as long, \
            up to ten minutes. SIGTERM ends the feeder between two labels.

            A command is judged by its exit status: 0 has the label; 75, 126 and 127 have not, and it is sent \
            again; after any other it is not known, unless the command did not read the label to its end. One \
            that prints nothing where it fails says so: --to-command 'lp -d zebra -o raw || exit 75'.
            """)

    @Argument(help: "The printer's folder below the spool.")
    var printer: String

    @Option(help: "The spool folder.")
    var spool = "/var/lib/wmsd/spool"

    @Option(help: ArgumentHelp("A raw port.", valueName: "tcp://host:port"))
    var to: String?

    @Option(
        help: ArgumentHelp("A shell command that takes one label on standard input.", valueName: "command"))
    var toCommand: String?

    @Flag(
        name: .customLong("no-status"),
        help: "The printer does not know ~HS: trust it with what it acknowledges.")
    var hasNoStatus = false

    @Flag(help: "Stop when nothing waits; exit 1 if a label is left or failed.")
    var once = false

    func validate() throws {
        if (to == nil) == (toCommand == nil) {
            throw ValidationError("Name the printer by --to or by --to-command.")
        }
        if let to, PrinterAddress(to) == nil {
            throw ValidationError("--to is tcp://HOST:PORT, such as tcp://192.0.2.10:9100.")
        }
        if hasNoStatus, to == nil { throw ValidationError("--no-status goes with --to.") }
    }

    func run() throws {
        StopSignal.listen()
        let printError = { (text: String) in Terminal.printError("wms: \(printer): \(text)") }
        var queue: SpoolQueue?
        do throws(SpoolError) { queue = try openQueue(printError) } catch { printError(error.description) }
        guard let queue else { throw ExitCode.failure }
        let feeder = PrinterFeeder(
            queue: queue, printer: makePrinter(queue), mayGoOn: { !StopSignal.hasCome },
            printError: printError)
        if !feeder.run(once: once), once { throw ExitCode.failure }
    }

    /// Waits for a command that an earlier feeder has left behind.
    ///
    /// - Returns: nil where this one is stopped meanwhile.
    private func openQueue(_ printError: (String) -> Void) throws(SpoolError) -> SpoolQueue? {
        var isReported = false
        while !StopSignal.hasCome {
            do throws(SpoolError) { return try SpoolQueue(path: "\(spool)/\(printer)") } catch {
                guard case .commandStillRuns = error else { throw error }
                if !isReported { printError(error.description) }
                isReported = true
            }
            Pause.for(milliseconds: Self.lockPauseMS, while: { !StopSignal.hasCome })
        }
        return nil
    }

    private static let lockPauseMS = 200

    private func makePrinter(_ queue: SpoolQueue) -> any Printer {
        if let address = to.flatMap(PrinterAddress.init) {
            return TCPPrinter(address: address, asksStatus: !hasNoStatus, mayWait: { !StopSignal.hasCome })
        }
        return CommandPrinter(command: toCommand ?? "", lock: queue.lock)
    }
}
