import LabelSpool

/// Takes labels in print order from a spool folder to a printer; each comes onto paper at most once.
///
/// A label of which nothing can have been printed stays in `new` and is sent again. One that may be on paper or
/// not is never sent again: it goes to `failed` with the reason, the daemon tells it, and the lead has it
/// reprinted, marked as a copy. Then the feeder rests before it tries the next one.
final class PrinterFeeder {
    private let queue: SpoolQueue
    private let printer: any Printer
    private let mayGoOn: () -> Bool
    private let complain: (String) -> Void
    private var rest: FeederRest
    /// What was told last: what lasts is told once.
    private var told: String?
    private var strangersTold: Set<String> = []

    /// - Parameters:
    ///   - mayGoOn: False once the feeder is to stop; it does so between two labels.
    ///   - complain: Shows a person what is the matter.
    init(
        queue: SpoolQueue, printer: any Printer, rest: FeederRest = FeederRest(),
        mayGoOn: @escaping () -> Bool, complain: @escaping (String) -> Void
    ) {
        (self.queue, self.printer, self.rest) = (queue, printer, rest)
        (self.mayGoOn, self.complain) = (mayGoOn, complain)
    }

    /// Feeds until it is stopped, or with `once` until nothing waits or something does not go on.
    ///
    /// - Returns: Whether every label that waited has been taken.
    func run(once: Bool) -> Bool {
        while mayGoOn() {
            let round = feedWaiting()
            switch round {
            case .allTaken:
                if told != nil, !once { complain("goes on") }
                told = nil
            case .fault(let reason), .unclear(let reason): tell(reason)
            case .stopped: return false
            }
            if once { return round == .allTaken }
            Pause.for(milliseconds: rest.milliseconds(after: round), while: mayGoOn)
        }
        return false
    }

    private func feedWaiting() -> FeedRound {
        do throws(FeedFault) {
            let look = try spool { () throws(SpoolError) in try queue.read() }
            tellStrangers(look.strangers)
            try settleLeftInHand(look.inHand)
            for name in look.waiting {
                guard mayGoOn() else { return .stopped }
                if let reason = try feed(name) { return .unclear(reason) }
            }
            return .allTaken
        } catch { return .fault(error.description) }
    }

    /// - Returns: nil, or why the label may be on paper or not.
    private func feed(_ name: SpoolName) throws(FeedFault) -> String? {
        let found = try spool { () throws(SpoolError) in try queue.bytes(of: name) }
        guard let bytes = found else { return nil }
        var isInHand = false
        let delivery = try printer.deliver(
            SpoolLabel(name: name, bytes: bytes),
            takeInHand: { () throws(FeedFault) in
                isInHand = try spool { () throws(SpoolError) in try queue.takeInHand(name) }
                return isInHand
            }, tell: tell)
        switch delivery {
        case .takenBack: return nil
        case .taken:
            try settle(name, as: .done)
            rest.restart()
            return nil
        case .notTaken(let reason):
            if isInHand { try spool { () throws(SpoolError) in try queue.layBack(name) } }
            throw FeedFault(description: reason)
        case .unclear(let reason):
            try settle(name, as: .failed, reason: reason)
            return "\(name) may be on paper or not: \(reason)"
        }
    }

    /// What an earlier feeder had in hand when it was stopped may have been printed.
    private func settleLeftInHand(_ names: [SpoolName]) throws(FeedFault) {
        for name in names {
            let reason = "the feeder was stopped while it sent this label"
            tell("\(name) may be on paper or not: \(reason)")
            try settle(name, as: .failed, reason: reason)
        }
    }

    private func tell(_ text: String) {
        if text != told { complain(text) }
        told = text
    }

    private func tellStrangers(_ names: [String]) {
        for name in names where strangersTold.insert(name).inserted {
            complain("\"\(name)\" in new is no label; it is left alone")
        }
    }

    private func settle(_ name: SpoolName, as place: SpoolPlace, reason: String? = nil) throws(FeedFault) {
        try spool { () throws(SpoolError) in try queue.finish(name, as: place, reason: reason) }
    }

    private func spool<Value>(_ work: () throws(SpoolError) -> Value) throws(FeedFault) -> Value {
        do throws(SpoolError) { return try work() } catch { throw FeedFault(description: error.description) }
    }
}
