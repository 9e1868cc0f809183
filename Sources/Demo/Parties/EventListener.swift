import JSON
import LineProtocol
import Operations
import Synchronization

/// A subscriber that reads every event, checks that none is missing or sent twice, and counts them.
final class EventListener: Sendable {
    /// One event as a subscriber receives it.
    struct Event {
        let sequence: Int
        let type: String
        let subject: String
    }

    private struct Seen {
        var last = 0
        var counts: [String: Int] = [:]
        var unshown: [Event] = []
        var isCollecting = true
        var isDone = false
    }

    private let seen = Mutex(Seen())

    /// The sequence number of the last event read.
    var last: Int { seen.withLock { $0.last } }

    func count(of type: String) -> Int { seen.withLock { $0.counts[type] ?? 0 } }

    /// The events read since the last call; what happens in a shift is counted, not kept.
    func dequeueUnshown() -> [Event] {
        seen.withLock { seen in
            defer { seen.unshown = [] }
            return seen.unshown
        }
    }

    /// From now on events are only counted.
    func stopCollecting() { seen.withLock { $0.isCollecting = false } }

    /// Ends ``listen(on:)`` soon.
    func stop() { seen.withLock { $0.isDone = true } }

    /// Reads events until ``stop()`` is called.
    func listen(on socket: String) throws(DemoFault) {
        let party = try Party("subscriber", socket: socket)
        var subscribe = EventSubscribe()
        subscribe.after = 0
        _ = try party.call(subscribe)
        while !seen.withLock({ $0.isDone }) {
            guard let line = try party.nextNotification(withinMS: 50), line.method == "event" else {
                continue
            }
            try note(line.params)
        }
    }

    private func note(_ event: JSONObject) throws(DemoFault) {
        let sequence = event["sequence"]?.string.flatMap(Int.init) ?? 0
        let type = event["type"]?.string ?? ""
        let expected = seen.withLock { seen in
            let expected = seen.last + 1
            seen.last = sequence
            seen.counts[type, default: 0] += 1
            if seen.isCollecting {
                seen.unshown.append(
                    Event(sequence: sequence, type: type, subject: event["subject"]?.string ?? ""))
            }
            return expected
        }
        if sequence != expected { throw .eventsBroken(expected: expected, got: sequence) }
    }
}
