import JSON

/// One rule that no state may break, and how breaches of it are found, some rows at a time.
///
/// A rule with several parts has several of these, one after another, with the same sentence.
public struct AuditRule: Sendable {
    public let rule: String
    let check: Check
    /// The cost of one row; 1 is a row that is found by its number, with one search in another table.
    public let cost: Int

    enum Check: Sendable {
        case rows(AuditRows)
        case sums(AuditSums)
        case reading(AuditReading)
        /// The sequence numbers of events.
        case sequence
        /// The numbers of orders by stage.
        case stageCounts
        /// What is promised of SKUs, which is kept in memory, against what is there.
        case coveredPromises
    }

    init(_ rule: String, cost: Int = 1, _ rows: AuditRows) {
        self.init(rule: rule, check: .rows(rows), cost: cost)
    }

    init(_ rule: String, _ sums: AuditSums) { self.init(rule: rule, check: .sums(sums), cost: 1) }

    init(_ rule: String, cost: Int = 1, _ reading: AuditReading) {
        self.init(rule: rule, check: .reading(reading), cost: cost)
    }

    init(rule: String, check: Check, cost: Int) {
        self.rule = rule
        self.check = check
        self.cost = cost
    }
}

/// Rows of a table in the order of a key, each checked by itself.
struct AuditRows: Sendable {
    /// Gives the key of each row, then a sentence where the row breaks the rule and else nothing. Its parameters are the
    /// key to go on after and the number of rows.
    let text: String
    /// Before every key.
    let first: [JSONValue]

    /// - Parameters:
    ///   - key: the columns of the key.
    ///   - source: the table, with the index whose order is the key's.
    ///   - condition: which rows are checked.
    ///   - breach: the sentence, or nothing.
    init(of source: String, by key: AuditKey, where condition: String? = nil, breach: String) {
        let condition = condition.map { " AND \($0)" } ?? ""
        text = """
            SELECT \(key.columns), \(breach) FROM \(source) WHERE (\(key.columns)) > (\(key.parameters))\(condition)
            ORDER BY \(key.columns) LIMIT ?\(key.first.count + 1)
            """
        first = key.first
    }

    init(text: String, first: [JSONValue]) {
        self.text = text
        self.first = first
    }
}

/// Groups of rows in the order of a key; the total that is stored of each has to be the sum over its members, which may
/// be more than are read at a time.
struct AuditSums: Sendable {
    /// Gives the key of each group and what its members have to add up to. The parameters are those of ``AuditRows``.
    let groups: String
    /// The same from a key on.
    let groupsFrom: String
    /// Gives the key of each member of a group and what it adds: its parameters are the group's key, the member's key to
    /// go on after, and how many.
    let members: String
    /// Before the key of every member.
    let firstMember: [JSONValue]
    /// Gives a sentence where a group's sum, computed anew as a whole, is wrong, and else nothing. Its parameters are
    /// the group's key; of promises, the total that is kept comes after it.
    let whole: String
    /// Whether the totals are the promises of SKUs, which are kept in memory, in place of what ``groups`` gives.
    let isOfPromises: Bool
    let first: [JSONValue]

    /// - Parameters:
    ///   - source: the table that has a row for each group.
    ///   - expected: what the members have to add up to.
    ///   - memberKey: what names a member within its group.
    init(
        of source: String, by key: AuditKey, expected: String, membersBy memberKey: AuditKey = .number("id"),
        members: String, whole: String
    ) {
        let groups = { (compare: String) in
            """
            SELECT \(key.columns), \(expected) FROM \(source) WHERE (\(key.columns)) \(compare) (\(key.parameters))
            ORDER BY \(key.columns) LIMIT ?\(key.first.count + 1)
            """
        }
        (self.groups, groupsFrom) = (groups(">"), groups(">="))
        (self.members, self.whole, first, firstMember) = (members, whole, key.first, memberKey.first)
        isOfPromises = false
    }

    /// The promises of each SKU that ever came, as they are kept in memory.
    init(ofPromisesBy memberKey: AuditKey, members: String, whole: String) {
        (groups, groupsFrom) = (Self.skusThatCame(">"), Self.skusThatCame(">="))
        (self.members, self.whole, first, firstMember) = (members, whole, AuditKey.promises.first, memberKey.first)
        isOfPromises = true
    }

    /// The SKUs of which pieces ever came into a warehouse: no order is promised anything of others.
    ///
    /// - Parameter compare: with the key to go on after, or from.
    static func skusThatCame(_ compare: String) -> String {
        let key = AuditKey.promises
        return """
            SELECT \(key.columns), 0 FROM account WHERE (\(key.columns)) \(compare) (\(key.parameters))
            GROUP BY \(key.columns) ORDER BY \(key.columns) LIMIT ?\(key.first.count + 1)
            """
    }
}

/// The columns that name a row, in the order in which rows are read.
struct AuditKey: Sendable {
    let columns: String
    /// Before every key: of which kind each column is.
    let first: [JSONValue]

    /// What is promised of a SKU has no row; this names it.
    static let promises = texts("warehouse", "client", "sku")

    static func number(_ column: String) -> AuditKey { AuditKey(columns: column, first: [.int(0)]) }

    static func texts(_ columns: String...) -> AuditKey {
        AuditKey(columns: columns.joined(separator: ", "), first: columns.map { _ in "" })
    }

    var parameters: String { (1...first.count).map { "?\($0)" }.joined(separator: ", ") }
}
