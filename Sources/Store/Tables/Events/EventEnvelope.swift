import Domain
import JSON

/// One start of the daemon, which names the events that it appends.
struct EventRun {
    /// The history that they belong to.
    let journal: String
    /// Tells apart what two copies of one folder go on with; "" in runs that drew none.
    let mark: String
    /// From when on its events count their milliseconds.
    let startedAt: Instant

    /// What the ids of its events begin with: `7f3c91d2.05`.
    var name: String { mark.isEmpty ? journal : "\(journal).\(mark)" }

    /// How long after its start a moment is; less than none where the clock was set back.
    func milliseconds(to moment: Instant) -> Int {
        moment.millisecondsSince1970 - startedAt.millisecondsSince1970
    }

    /// The moment of which ``milliseconds(to:)`` says how long it is after the start.
    func moment(afterMS milliseconds: Int) -> Instant {
        Instant(millisecondsSince1970: startedAt.millisecondsSince1970 + milliseconds)
    }
}

/// An event as it is sent: a CloudEvents 1.0 object.
struct EventEnvelope {
    let run: EventRun
    let sequence: Int
    let type: String
    let subject: String
    let warehouse: WarehouseCode
    /// A JSON object as text, which stands in the envelope as it was stored.
    let data: String
    let at: Instant

    /// The same bytes whenever it is sent.
    var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.utf8.count + 256)
        func write(_ name: String, _ value: String) {
            bytes.append(contentsOf: "\"\(name)\":".utf8)
            JSONValue.string(value).write(to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        bytes.append(UInt8(ascii: "{"))
        write("specversion", "1.0")
        write("id", "\(run.name)/\(sequence)")
        write("source", "wmsd/\(warehouse)")
        write("type", type)
        write("subject", subject)
        write("time", "\(at)")
        write("sequence", "\(sequence)")
        bytes.append(contentsOf: "\"data\":".utf8)
        bytes.append(contentsOf: data.utf8)
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
