internal import Yams

/// The keys of one mapping in a template, read one by one; every fault is kept and reading goes on.
///
/// A key that nobody asked for is a fault too: it is most often a slip of the pen.
final class TemplateFields {
    let node: Node
    private let log: FaultLog
    private let members: [(key: String, keyNode: Node, value: Node)]
    private var asked: Set<String> = []

    /// - Returns: nil, with a fault noted, where the node is no mapping.
    init?(_ node: Node, what: String, log: FaultLog) {
        guard let mapping = node.mapping else {
            log.note(node, "\(what) must be a mapping of keys to values")
            return nil
        }
        self.node = node
        self.log = log
        members = mapping.compactMap { key, value in key.string.map { ($0, key, value) } }
        for (key, _) in mapping where key.string == nil { log.note(key, "a key must be a text") }
    }

    func has(_ key: String) -> Bool { members.contains { $0.key == key } }

    subscript(key: String) -> Node? {
        asked.insert(key)
        return members.first { $0.key == key }?.value
    }

    func need(_ key: String, _ fix: String) -> Node? {
        if let value = self[key] { return value }
        log.note(node, "\"\(key)\" is missing; \(fix)")
        return nil
    }

    /// Notes every key that was never asked for.
    func noteUnknownKeys() {
        let known = asked.sorted().joined(separator: ", ")
        for member in members where !asked.contains(member.key) {
            log.note(member.keyNode, "\"\(member.key)\" is not known here; the keys are \(known)")
        }
    }

    // MARK: Values

    func text(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        guard let text = value.scalar?.string else { return log.note(value, "\"\(key)\" must be a text") }
        return text
    }

    func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = self[key] else { return nil }
        guard let number = value.float, range.contains(number) else {
            return log.note(
                value,
                "\"\(key)\" must be a number from \(trimmed(range.lowerBound)) to \(trimmed(range.upperBound))"
            )
        }
        return number
    }

    func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = self[key] else { return nil }
        guard let number = value.int, range.contains(number) else {
            return log.note(
                value, "\"\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func flag(_ key: String) -> Bool {
        guard let value = self[key] else { return false }
        guard let flag = value.bool else {
            log.note(value, "\"\(key)\" must be true or false")
            return false
        }
        return flag
    }

    /// Two numbers, such as `[3.5, 20]`.
    func pair(_ key: String, in range: ClosedRange<Double>) -> (Double, Double)? {
        guard let value = self[key] else { return nil }
        let numbers = (value.sequence.map(Array.init) ?? []).compactMap(\.float)
        guard numbers.count == 2, value.sequence?.count == 2, numbers.allSatisfy(range.contains) else {
            return log.note(
                value,
                "\"\(key)\" must be two numbers from \(trimmed(range.lowerBound)) to \(trimmed(range.upperBound)), as in [3, 20]"
            )
        }
        return (numbers[0], numbers[1])
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
    where Choice.RawValue == String {
        guard let value = self[key] else { return nil }
        guard let choice = value.scalar.flatMap({ Choice(rawValue: $0.string) }) else {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            return log.note(value, "\"\(key)\" must be one of \(names)")
        }
        return choice
    }

    func filledText(_ key: String) -> FilledText? { self[key].flatMap { filledText($0, key) } }

    func filledText(_ value: Node, _ key: String) -> FilledText? {
        guard let source = value.scalar?.string else { return log.note(value, "\"\(key)\" must be a text") }
        do throws(TextFault) { return try FilledText(source) } catch { return log.note(value, error.message) }
    }

    func condition(_ key: String) -> Condition? {
        guard let value = self[key] else { return nil }
        guard let source = value.scalar?.string else {
            return log.note(value, "\"\(key)\" must be a condition")
        }
        do throws(TextFault) { return try Condition(source) } catch { return log.note(value, error.message) }
    }
}

/// The faults found so far in one file.
final class FaultLog {
    private let file: String
    private(set) var faults: [TemplateFault] = []

    init(file: String) { self.file = file }

    /// Notes a fault where `node` stands. Returns nil, so that a reader can end with it.
    @discardableResult
    func note<Value>(_ node: Node, _ message: String) -> Value? {
        note(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message)
        return nil
    }

    func note(_ node: Node, _ message: String) {
        note(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message)
    }

    func note(line: Int, column: Int, _ message: String) {
        faults.append(TemplateFault(file: file, line: line, column: column, message: message))
    }

    /// The faults from the top of the file down.
    var sorted: [TemplateFault] { faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) } }
}

/// A number as a person writes it: `3`, not `3.0`.
func trimmed(_ number: Double) -> String {
    let rounded = (number * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
}
