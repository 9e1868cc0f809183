import LabelSpool

/// A printer at a raw port, usually 9100.
///
/// A ZPL printer prints a label when it has read the `^XZ` at its end. So all up to there is sent first and its
/// arrival waited for: a connection that breaks before leaves nothing that could come onto paper, and the label
/// is sent again. Only what breaks between the `^XZ` and the printer's next answer leaves the matter unclear.
struct TCPPrinter: Printer {
    let address: PrinterAddress
    /// Whether a ZPL printer is asked how it is; one that knows no `~HS`, as one of any other language, is
    /// trusted with what it acknowledges.
    var asksStatus = true
    var timeouts = PrinterSocket.Timeouts()
    /// False once the feeder is to stop.
    var mayWait: () -> Bool = { true }

    func deliver(
        _ label: SpoolLabel, claim: () throws(FeedFault) -> Bool, notify: (String) -> Void
    ) throws(FeedFault) -> Delivery {
        let socket: PrinterSocket
        do throws(FeedFault) { socket = try PrinterSocket(address, timeouts: timeouts) } catch {
            return .notDelivered(error.description)
        }
        let isAsked = asksStatus && label.name.language == .zpl
        if isAsked, let fault = fault(of: socket.ask()) { return .notDelivered(fault) }
        guard try claim() else { return .withdrawn }
        let (bytes, end) = (label.bytes, label.bytesBeforePrinting)
        if let reason = socket.send(bytes[..<end]) ?? arrival(at: socket, isAsked) {
            return .notDelivered("the connection broke in the middle of a label: \(reason)")
        }
        if let reason = socket.send(bytes[end...]) { return .unclear(Self.afterwards(reason)) }
        return isAsked ? awaitPrinting(at: socket, notify) : awaitEnd(at: socket)
    }

    /// Why what was sent has not arrived; nil where it has.
    private func arrival(at socket: PrinterSocket, _ isAsked: Bool) -> String? {
        guard isAsked else { return socket.awaitAcknowledged(while: mayWait) }
        return switch socket.ask() {
        case .status: nil
        case .silence: "no answer to ~HS"
        case .broken(let reason): reason
        }
    }

    /// Waits until the printer reports no fault and an empty buffer. One that has become unable to print, or silent,
    /// holds the label and prints it once that is fixed; this waits as long as the connection stands.
    private func awaitPrinting(at socket: PrinterSocket, _ notify: (String) -> Void) -> Delivery {
        while true {
            let answer = socket.ask()
            switch answer {
            case .broken(let reason): return .unclear(Self.afterwards(reason))
            case .status(let status) where status.fault == nil && status.formatsInBuffer == 0:
                return .delivered
            case .status, .silence: break
            }
            if let fault = fault(of: answer) {
                notify("\(fault); it has the label and prints it when that is fixed")
            }
            if !mayWait() { return .unclear("the feeder was stopped while the printer held it") }
            Pause.for(milliseconds: Self.askAgainMS, while: mayWait)
        }
    }

    private func awaitEnd(at socket: PrinterSocket) -> Delivery {
        let reason = socket.awaitAcknowledged(while: mayWait) ?? socket.finish()
        return reason.map { .unclear(Self.afterwards($0)) } ?? .delivered
    }

    private func fault(of answer: PrinterSocket.Answer) -> String? {
        switch answer {
        case .status(let status): status.fault
        case .silence: "no answer to ~HS: paper, ribbon or head"
        case .broken(let reason): "the connection broke: \(reason)"
        }
    }

    private static let askAgainMS = 50

    private static func afterwards(_ reason: String) -> String {
        "the connection broke after the label had been sent: \(reason)"
    }
}
