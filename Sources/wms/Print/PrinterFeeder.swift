import LabelSpool

/// Takes labels in print order from a spool folder to a printer; each comes onto paper at most once.
///
/// A label of which nothing can have been printed stays in `new` and is sent again. One that may be on paper or
/// not is never sent again: it goes to `failed` with the reason, the daemon tells it, and the lead has it
/// reprinted, marked as a copy.
struct PrinterFeeder {
    let queue: SpoolQueue
    let printer: any Printer
    /// False once the feeder is to stop; it does so between two labels.
    let mayGoOn: () -> Bool
    /// Shows a person what is the matter.
    let complain: (String) -> Void

    /// How long it rests when nothing waits, and after a fault.
    var restMS = (idle: 200, fault: 2_000)

    /// Feeds until it is stopped, or with `once` until nothing waits or something does not go on.
    ///
    /// - Returns: Whether every label that waited has been taken.
    func run(once: Bool) -> Bool {
        var told: String?
        var isAllTaken = true
        let tell = { (text: String) in
            if text != told { complain(text) }
            told = text
        }
        while mayGoOn() {
            do throws(FeedFault) {
                try settleLeftInHand(tell)
                switch try feedWaiting(tell) {
                case .allTaken: break
                case .someUnclear: isAllTaken = false
                case .stopped: return false
                }
                if once { return isAllTaken }
                if told != nil { complain("goes on") }
                told = nil
                Pause.for(milliseconds: restMS.idle, while: mayGoOn)
            } catch {
                tell(error.description)
                if once { return false }
                Pause.for(milliseconds: restMS.fault, while: mayGoOn)
            }
        }
        return isAllTaken
    }

    private enum Round { case allTaken, someUnclear, stopped }

    private func feedWaiting(_ tell: (String) -> Void) throws(FeedFault) -> Round {
        var round = Round.allTaken
        for name in try spool({ () throws(SpoolError) in try queue.waiting() }) {
            guard mayGoOn() else { return .stopped }
            guard let bytes = try spool({ () throws(SpoolError) in try queue.bytes(of: name) }) else {
                continue
            }
            let delivery = try printer.deliver(
                bytes, willSend: { () throws(FeedFault) in try setInHand(name) }, tell: tell)
            switch delivery {
            case .taken: try settle(name, as: .done)
            case .notTaken(let reason):
                try setInHand(nil)
                throw FeedFault(description: reason)
            case .unclear(let reason):
                tell("\(name) may be on paper or not: \(reason)")
                try settle(name, as: .failed, reason: reason)
                round = .someUnclear
            }
        }
        return round
    }

    /// What an earlier feeder had in hand when it was stopped may have been printed.
    private func settleLeftInHand(_ tell: (String) -> Void) throws(FeedFault) {
        guard let name = queue.leftInHand else { return }
        guard try spool({ () throws(SpoolError) in try queue.waiting() }).contains(name) else {
            return try setInHand(nil)
        }
        let reason = "the feeder was stopped while it sent this label"
        tell("\(name) may be on paper or not: \(reason)")
        try settle(name, as: .failed, reason: reason)
    }

    private func setInHand(_ name: String?) throws(FeedFault) {
        if queue.leftInHand != name { try spool { () throws(SpoolError) in try queue.setInHand(name) } }
    }

    private func settle(_ name: String, as place: SpoolPlace, reason: String? = nil) throws(FeedFault) {
        try spool { () throws(SpoolError) in try queue.settle(name, as: place, reason: reason) }
    }

    private func spool<Value>(_ work: () throws(SpoolError) -> Value) throws(FeedFault) -> Value {
        do throws(SpoolError) { return try work() } catch { throw FeedFault(description: error.description) }
    }
}
