/// The faults found so far in one file.
final class FaultList {
    private let file: String
    private var faults: [LayoutFault] = []
    private var groups: [Group: Int] = [:]
    private var repeats: [Int: Int] = [:]

    init(file: String) { self.file = file }

    var isEmpty: Bool { faults.isEmpty }

    func add(_ mark: TextMark, _ message: String) {
        faults.append(LayoutFault(file: file, line: mark.line, column: mark.column, message: message))
    }

    /// Adds a fault that an entry may repeat for each of its members: the first is listed, the others counted.
    func add(_ mark: TextMark, like kind: String, _ message: String) {
        if let first = groups[Group(mark: mark, kind: kind)] {
            repeats[first, default: 0] += 1
        } else {
            groups[Group(mark: mark, kind: kind)] = faults.count
            add(mark, message)
        }
    }

    private struct Group: Hashable {
        let mark: TextMark
        let kind: String
    }

    /// All faults by line and column, each once.
    var error: LayoutError {
        var seen: Set<LayoutFault> = []
        var ordered = faults.indices.map { withRepeats($0) }.filter { seen.insert($0).inserted }
        ordered.sort { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) }
        if ordered.count > LayoutLimits.faultsMax {
            let rest = ordered.count - LayoutLimits.faultsMax
            ordered.removeLast(rest)
            ordered.append(
                LayoutFault(file: file, line: ordered[0].line, column: 1, message: "and \(rest) more"))
        }
        return .faults(ordered)
    }

    private func withRepeats(_ index: Int) -> LayoutFault {
        let fault = faults[index]
        guard let count = repeats[index] else { return fault }
        return LayoutFault(
            file: fault.file, line: fault.line, column: fault.column,
            message: "\(fault.message) (and \(count) more like it here)")
    }
}

/// A place in the file, both numbers counted from 1.
struct TextMark: Hashable, Comparable, Sendable {
    let line: Int
    let column: Int

    static let top = TextMark(line: 1, column: 1)

    static func < (left: TextMark, right: TextMark) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
