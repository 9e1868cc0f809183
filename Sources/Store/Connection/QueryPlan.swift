import Domain
import GRDBSQLite

/// How SQLite would carry out a statement.
struct QueryPlan {
    /// The tables whose rows become more with every order and every day.
    static let growingTables: Set<String> = [
        "orders", "line", "pick", "task", "tour", "parcel", "label_job", "event", "run", "command", "session",
        "stock", "sku", "barcode", "account", "manifest", "packing_run", "import", "import_row",
        "import_sku", "import_barcode", "archived_order", "archived_parcel",
    ]

    /// Each step in SQLite's words: `SEARCH pick USING INDEX pick_order (order_row=?)`.
    let steps: [String]
    /// The tables to which the statement gives other names, by these.
    private let tables: [String: String]
    private let hasLimit: Bool

    init(of text: String, on database: OpaquePointer) throws(Refusal) {
        tables = Self.tables(named: text)
        hasLimit = Self.outermost(of: text).split { " \n".contains($0) }.contains("LIMIT")
        guard Self.beginnings.contains(where: { text.hasPrefix($0) }) else {
            steps = []
            return
        }
        let statement = try Statement("EXPLAIN QUERY PLAN " + text, on: database)
        var steps: [String] = []
        while try statement.step() {
            var columns = Columns(statement.handle, of: "plan")
            columns.skip()
            columns.skip()
            columns.skip()
            steps.append(try columns.text())
        }
        self.steps = steps
    }

    private static let beginnings = ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"]

    /// `FROM import_sku AS n`: a step calls a table by the name that the statement gives it.
    private static func tables(named text: String) -> [String: String] {
        let words = text.split { " \n,()".contains($0) }.map(String.init)
        var tables: [String: String] = [:]
        for (index, word) in words.enumerated().dropLast(2)
        where growingTables.contains(word) && words[index + 1] == "AS" {
            tables[words[index + 2]] = word
        }
        return tables
    }

    /// A statement without what stands in parentheses or quotes: a subquery's limit stops that subquery alone.
    private static func outermost(of text: String) -> String {
        var outermost = ""
        var depth = 0
        var isQuoted = false
        for character in text {
            switch character {
            case "'": isQuoted.toggle()
            case _ where isQuoted: break
            case "(": depth += 1
            case ")": depth -= 1
            case _ where depth == 0: outermost.append(character)
            default: break
            }
        }
        return outermost
    }

    /// Columns that many rows share: what is found by these alone is all there is.
    private static let sharedColumns: Set<Substring> = [
        "warehouse", "client", "status", "state", "stage", "kind", "type",
    ]

    /// The step that reads a growing table from end to end; nil where none does.
    ///
    /// The end of an index (`min`, `max`, or a page in its order) is one search. A partial index of what is under way,
    /// whose name has `_open` in it, may be read from its beginning by a page; as a whole it may be long as well: orders
    /// wait for a cart, labels for a printer that is out of order.
    var scanOfGrowingTable: String? {
        steps.first { step in
            let words = step.split(separator: " ")
            guard words.count > 1 else { return false }
            let name = String(words[1])
            guard Self.growingTables.contains(tables[name] ?? name) else { return false }
            return switch words[0] {
            case "SCAN": !isPage || !step.contains("_open")
            case "SEARCH": !isPage && Self.findsMany(step)
            default: false
            }
        }
    }

    /// Whether it reads no more rows than a page has, in the order of an index.
    private var isPage: Bool {
        hasLimit
            && !steps.contains { step in
                ["ORDER BY", "GROUP BY"].contains { step.hasPrefix("USE TEMP B-TREE FOR \($0)") }
            }
    }

    /// `SEARCH stock USING INDEX stock_warehouse (warehouse=?)` finds all that lies there.
    private static func findsMany(_ step: String) -> Bool {
        guard let start = step.lastIndex(of: "("), step.last == ")" else { return false }
        let terms = step[step.index(after: start)...].dropLast().split(separator: " AND ")
        return terms.allSatisfy { $0.hasSuffix("=?") && sharedColumns.contains($0.dropLast(2)) }
    }
}
