public import Domain
public import JSON

/// What was found of one rule in some rows.
public struct AuditFinding: Sendable, Equatable {
    /// Sentences, one for each breach, as many as somebody reads.
    public private(set) var breaches: [String] = []
    /// Rows that were checked.
    public var rows: Int
    /// The key to go on after; nil at the end.
    public var next: [JSONValue]?

    public init(rows: Int = 0) { self.rows = rows }

    public mutating func add(_ breach: String?) {
        if let breach, breaches.count < AuditTable.breachesMax { breaches.append(breach) }
    }
}

/// Finds where the tables, or what is kept in memory beside them, break a rule.
public struct AuditTable {
    /// As many breaches of one rule as somebody reads.
    public static let breachesMax = 20
    /// Members of a group that are read at a time.
    private static let membersRead = 500
    /// Sequence numbers cost little.
    private static let eventsPerRow = 10

    let db: Connection
    let orders: OrderTable
    let promises: PromiseTable
    private let events: EventTable

    init(_ db: Connection, orders: OrderTable, promises: PromiseTable, events: EventTable) {
        self.db = db
        self.orders = orders
        self.promises = promises
        self.events = events
    }

    /// The key that these parts of a cursor name; nil where the rule has no such key.
    public func key(_ parts: [String], of rule: AuditRule) -> [JSONValue]? {
        switch rule.check {
        case .rows(let rows): Self.key(parts, like: rows.first)
        case .reading(let reading): Self.key(parts, like: reading.first)
        case .sums(let sums):
            Self.key(parts, like: sums.first) ?? Self.key(parts, like: sums.first + sums.firstMember + [.int(0)])
        case .sequence: Self.key(parts, like: [.int(0)])
        case .stageCounts: Self.key(parts, like: [""])
        case .coveredPromises: Self.key(parts, like: AuditKey.promises.first)
        }
    }

    private static func key(_ parts: [String], like first: [JSONValue]) -> [JSONValue]? {
        guard parts.count == first.count else { return nil }
        var key: [JSONValue] = []
        for (part, value) in zip(parts, first) {
            guard value.int != nil else {
                key.append(.string(part))
                continue
            }
            guard let number = Int(part) else { return nil }
            key.append(.int(number))
        }
        return key
    }

    /// Checks some rows of a rule.
    ///
    /// - Parameters:
    ///   - key: where it goes on, as ``AuditFinding/next`` said; nil at the beginning.
    ///   - limit: at most so many rows.
    /// - Complexity: linear in `limit`, and for each row in what belongs to it: the picks of an order, of a tour.
    public func find(
        _ rule: AuditRule, after key: [JSONValue]?, limit: Int
    ) throws(Refusal) -> AuditFinding {
        switch rule.check {
        case .rows(let rows): try find(rows, after: key ?? rows.first, limit: limit)
        case .reading(let reading): try find(reading, after: key ?? reading.first, limit: limit)
        case .sums(let sums): try find(sums, after: key ?? sums.first, limit: limit)
        case .sequence: try findGaps(after: key?.first?.int ?? 0, limit: limit * Self.eventsPerRow)
        case .stageCounts: try findWrongCounts(after: key?.first?.string ?? "", limit: limit)
        case .coveredPromises: try findUncoveredPromises(after: key ?? AuditKey.promises.first, limit: limit)
        }
    }

    private func find(
        _ rows: AuditRows, after key: [JSONValue], limit: Int
    ) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        let found = try db.all(text: rows.text, key.map(\.bindable) + [limit]) { (columns) throws(Refusal) in
            (key: try columns.key(like: rows.first), breach: try columns.optionalText())
        }
        for row in found { finding.add(row.breach) }
        finding.rows = found.count
        if found.count == limit { finding.next = found.last?.key }
        return finding
    }

    // MARK: Sums

    private func find(
        _ sums: AuditSums, after key: [JSONValue], limit: Int
    ) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        var after = key
        if key.count > sums.first.count {
            let group = Array(key.prefix(sums.first.count))
            // Then the member reached within it, and the sum up to there.
            let (member, sum) = (Array(key[group.count...].dropLast()), key.last?.int ?? 0)
            let current = try groups(sums.groupsFrom, sums, group, limit: 1).first
            // One that has gone meanwhile has nothing to add up to.
            if let current, current.key == group,
                try !add(current, of: sums, after: member, sum: sum, to: &finding, limit: limit)
            {
                return finding
            }
            after = group
        }
        while finding.rows < limit {
            let groups = try groups(sums.groups, sums, after, limit: limit - finding.rows)
            for group in groups {
                finding.rows += 1
                if try !add(group, of: sums, after: sums.firstMember, sum: 0, to: &finding, limit: limit) {
                    return finding
                }
                after = group.key
                if finding.rows >= limit { break }
            }
            if groups.isEmpty { return finding }
        }
        finding.next = after
        return finding
    }

    private typealias Group = (key: [JSONValue], expected: Int)

    private func groups(
        _ text: String, _ sums: AuditSums, _ key: [JSONValue], limit: Int
    ) throws(Refusal) -> [Group] {
        var groups = try db.all(text: text, key.map(\.bindable) + [limit]) { (columns) throws(Refusal) -> Group in
            (key: try columns.key(like: sums.first), expected: try columns.int())
        }
        if sums.isOfPromises {
            for index in groups.indices { groups[index].expected = try promised(groups[index].key) }
        }
        return groups
    }

    /// Adds up the members of a group. One whose sum seems wrong is checked again as a whole before it is reported,
    /// since others may have changed it between two slices.
    ///
    /// - Returns: false where the limit came first.
    private func add(
        _ group: Group, of sums: AuditSums, after member: [JSONValue], sum: Int, to finding: inout AuditFinding,
        limit: Int
    ) throws(Refusal) -> Bool {
        var (member, sum) = (member, sum)
        while true {
            let members = try db.all(
                text: sums.members, (group.key + member).map(\.bindable) + [Self.membersRead]
            ) {
                (columns) throws(Refusal) in (key: try columns.key(like: sums.firstMember), adds: try columns.int())
            }
            finding.rows += members.count
            sum += members.reduce(0) { $0 + $1.adds }
            guard members.count == Self.membersRead, let last = members.last else { break }
            member = last.key
            if finding.rows >= limit {
                finding.next = group.key + member + [.int(sum)]
                return false
            }
        }
        if sum != group.expected {
            var values = group.key.map(\.bindable)
            if sums.isOfPromises { values.append(group.expected) }
            let breach = try db.all(text: sums.whole, values) {
                (columns) throws(Refusal) in
                try columns.optionalText()
            }
            finding.add(breach.first ?? nil)
        }
        return true
    }

    // MARK: Events

    private static let numbers: SQL = """
        SELECT count(*), min(sequence), max(sequence)
        FROM (SELECT sequence FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?)
        """
    private static let isKept: SQL = "SELECT 1 FROM event WHERE sequence = ?"

    private func findGaps(after last: Int, limit: Int) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        let found = try db.first(Self.numbers, last, limit) { (columns) throws(Refusal) in
            (count: try columns.int(), first: try columns.optionalInt(), last: try columns.optionalInt())
        }
        let head = try events.head()
        guard let found, let first = found.first, let newest = found.last else {
            if last > 0, last != head, try db.exists(Self.isKept, last) {
                finding.add("\(last) is the newest, not \(head)")
            }
            return finding
        }
        finding.rows = (found.count + Self.eventsPerRow - 1) / Self.eventsPerRow
        if found.count != newest - first + 1 {
            finding.add("between \(first) and \(newest) there are \(found.count)")
        }
        // The oldest may have been forgotten meanwhile.
        if last > 0, first != last + 1, try db.exists(Self.isKept, last) {
            finding.add("after \(last) comes \(first)")
        }
        finding.next = [.int(newest)]
        return finding
    }
}

extension Columns {
    mutating func key(like first: [JSONValue]) throws(Refusal) -> [JSONValue] {
        var key: [JSONValue] = []
        for value in first { key.append(value.int == nil ? .string(try text()) : .int(try int())) }
        return key
    }
}

extension JSONValue {
    /// As a statement's parameter has it: a number or a text.
    var bindable: any SQLBindable { int.map { $0 as any SQLBindable } ?? (string ?? "") }
}
