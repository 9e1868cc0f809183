import LabelSpool

/// Takes labels in print order from a spool folder to a printer; each comes onto paper at most once.
///
/// A label of which nothing can have been printed stays in `new` and is sent again. One that may be on paper or
/// not is never sent again: it goes to `failed` with the reason, the daemon emits that as an event, and the lead has it
/// reprinted, marked as a copy. Then the feeder pauses before it tries the next one.
final class PrinterFeeder {
    private let queue: SpoolQueue
    private let printer: any Printer
    private let mayGoOn: () -> Bool
    private let printError: (String) -> Void
    private var backoff: FeederBackoff
    /// The fault that was printed last: one that lasts is printed once.
    private var lastReported: String?
    private var unknownFilesReported: Set<String> = []

    /// - Parameters:
    ///   - mayGoOn: False once the feeder is to stop; it does so between two labels.
    ///   - printError: Shows a person what is the matter.
    init(
        queue: SpoolQueue, printer: any Printer, backoff: FeederBackoff = FeederBackoff(),
        mayGoOn: @escaping () -> Bool, printError: @escaping (String) -> Void
    ) {
        (self.queue, self.printer, self.backoff) = (queue, printer, backoff)
        (self.mayGoOn, self.printError) = (mayGoOn, printError)
    }

    /// Feeds until it is stopped, or with `once` until nothing waits or something does not go on.
    ///
    /// - Returns: Whether every label that waited has been delivered.
    func run(once: Bool) -> Bool {
        while mayGoOn() {
            let round = feedWaiting()
            switch round {
            case .allDelivered:
                if lastReported != nil, !once { printError("goes on") }
                lastReported = nil
            case .fault(let reason), .unclear(let reason): report(reason)
            case .stopped: return false
            }
            if once { return round == .allDelivered }
            Pause.for(milliseconds: backoff.milliseconds(after: round), while: mayGoOn)
        }
        return false
    }

    private func feedWaiting() -> FeedRound {
        do throws(FeedFault) {
            let contents = try spool { () throws(SpoolError) in try queue.read() }
            reportUnknownFiles(contents.strangers)
            try failInterruptedLabels(contents.inHand)
            for name in contents.waiting {
                guard mayGoOn() else { return .stopped }
                if let reason = try feed(name) { return .unclear(reason) }
            }
            return .allDelivered
        } catch { return .fault(error.description) }
    }

    /// - Returns: nil, or why the label may be on paper or not.
    private func feed(_ name: SpoolName) throws(FeedFault) -> String? {
        let found = try spool { () throws(SpoolError) in try queue.bytes(of: name) }
        guard let bytes = found else { return nil }
        var isClaimed = false
        let delivery = try printer.deliver(
            SpoolLabel(name: name, bytes: bytes),
            claim: { () throws(FeedFault) in
                isClaimed = try spool { () throws(SpoolError) in try queue.claim(name) }
                return isClaimed
            }, notify: report)
        switch delivery {
        case .withdrawn: return nil
        case .delivered:
            try finish(name, as: .done)
            backoff.restart()
            return nil
        case .notDelivered(let reason):
            if isClaimed { try spool { () throws(SpoolError) in try queue.layBack(name) } }
            throw FeedFault(description: reason)
        case .unclear(let reason):
            try finish(name, as: .failed, reason: reason)
            return "\(name) may be on paper or not: \(reason)"
        }
    }

    /// What an earlier feeder had claimed when it was stopped may have been printed.
    private func failInterruptedLabels(_ names: [SpoolName]) throws(FeedFault) {
        for name in names {
            let reason = "the feeder was stopped while it sent this label"
            report("\(name) may be on paper or not: \(reason)")
            try finish(name, as: .failed, reason: reason)
        }
    }

    private func report(_ text: String) {
        if text != lastReported { printError(text) }
        lastReported = text
    }

    private func reportUnknownFiles(_ names: [String]) {
        for name in names where unknownFilesReported.insert(name).inserted {
            printError("\"\(name)\" in new is no label; it is left alone")
        }
    }

    private func finish(_ name: SpoolName, as place: SpoolPlace, reason: String? = nil) throws(FeedFault) {
        try spool { () throws(SpoolError) in try queue.finish(name, as: place, reason: reason) }
    }

    private func spool<Value>(_ work: () throws(SpoolError) -> Value) throws(FeedFault) -> Value {
        do throws(SpoolError) { return try work() } catch { throw FeedFault(description: error.description) }
    }
}
