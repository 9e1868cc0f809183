import Domain
import JSON
import LineProtocol
import Operations

/// Every fault of a file at once, each with its line and the fix: a file is brought in whole or not at all.
struct ImportFaults: Error, CustomStringConvertible {
    typealias Fault = (line: Int, message: String)

    let file: String
    private(set) var faults: [Fault]
    /// Rows that were booked nevertheless: others changed what the next one rests on after all had been checked.
    var booked = 0
    /// Why there may be more faults than these; nil where these are all.
    var unchecked: String?

    /// More would scroll the first ones away.
    private static let shownMax = 50

    init(file: String, faults: [Fault], booked: Int = 0, unchecked: String? = nil) {
        (self.file, self.faults, self.booked, self.unchecked) = (file, faults, booked, unchecked)
    }

    /// What the daemon found when it checked or booked the rows by and by.
    init(file: String, refused status: ImportGet.Result) {
        self.init(
            file: file, found: status.faults.map { ($0.line, $0.message) }, booked: status.done)
    }

    /// What the daemon found at once: the list of faults in its refusal.
    init(file: String, found list: JSONValue?) {
        let faults = (list?.array ?? []).compactMap { fault -> Fault? in
            guard let line = fault["line"]?.int, let message = fault["message"]?.string else { return nil }
            return (line, message)
        }
        self.init(file: file, found: faults, booked: 0)
    }

    private init(file: String, found: [Fault], booked: Int) {
        self.init(file: file, faults: found, booked: booked)
        if found.count >= Limits.importFaultsMax {
            unchecked = "there may be more: the daemon stops at \(Limits.importFaultsMax) faults"
        }
    }

    /// Adds what is wrong with the file itself, in place of what the daemon says of the same lines.
    mutating func add(_ own: [Fault]) {
        let lines = Set(own.map(\.line))
        faults = (own + faults.filter { !lines.contains($0.line) }).sorted { $0.line < $1.line }
    }

    var description: String {
        var lines = faults.prefix(Self.shownMax).map { "\(file):\($0.line): \($0.message)" }
        if faults.count > Self.shownMax { lines.append("… and \(faults.count - Self.shownMax) more") }
        let head =
            booked == 0
            ? "nothing was imported:"
            : "\(counted(booked, "row")) had been imported when this was found; the others were not:"
        return ([head] + lines + (unchecked.map { [$0] } ?? [])).joined(separator: "\n")
    }
}
