import Domain
import Testing

@testable import Store

/// Each table has one owner, the type that knows what its columns mean. Statements of others read it by the conditions
/// and subqueries that the owner has published, so that a column is changed in one place.
@Suite struct TableOwnersTests {
    static let owners = [
        "account": "AccountTable", "archived_order": "ArchiveTable", "archived_parcel": "ArchiveTable",
        "barcode": "SKUTable", "box": "BoxTable", "command": "CommandTable", "consumer": "ConsumerTable",
        "event": "EventTable", "event_kind": "EventTable",
        "import": "ImportTable", "import_barcode": "StagedSKUTable",
        "import_row": "ImportTable", "import_sku": "StagedSKUTable", "label_job": "LabelTable",
        "layout": "LayoutTable", "line": "OrderTable", "manifest": "ManifestTable", "meta": "MetaTable",
        "orders": "OrderTable", "packing_run": "ParcelTable", "parcel": "ParcelTable", "pick": "PickTable",
        "promise_renewal": "PromiseTable", "release_run": "ReleaseRunTable",
        "run": "EventTable",
        "session": "SessionTable", "sku": "SKUTable", "stock": "StockTable",
        "task": "TaskTable", "tote": "ToteTable", "tour": "TourTable", "warehouse": "LayoutTable",
    ]

    /// Tables that another owner's statement joins: the columns that it asks for are published, but not the join.
    static let joins: [String: Set<String>] = [
        "Work/PickTable+Pool.swift": ["orders", "sku"],
        "Work/PickTable+Parcel.swift": ["parcel"],
        // Whole rows of an import become SKUs in one statement.
        "Goods/SKUTable+Moving.swift": ["import_sku"],
    ]

    @Test func everyTableHasAnOwner() throws {
        let store = try openStore()
        let tables = try store.db.all(
            text: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", []
        ) { (columns) throws(Refusal) in try columns.text() }
        #expect(Set(tables).subtracting(Self.owners.keys).isEmpty)
    }

    @Test func onlyItsOwnerWritesATable() throws {
        var written: Set<String> = []
        for file in try SourceFile.ofTables() {
            let statements = file.code.matches(
                of: #/(?:INSERT(?: OR [A-Z]+)? INTO|UPDATE|DELETE FROM) ([a-z_]+)/#)
            let ended = file.code.matches(of: #/EndedRows\(\s*of: "([a-z_]+)"/#)
            for table in statements.map({ String($0.1) }) + ended.map({ String($0.1) }) {
                #expect(Self.owners[table] == file.owner, "\(file.path) writes \(table)")
                written.insert(table)
            }
        }
        #expect(written == Set(Self.owners.keys))
    }

    /// The audit looks at all tables, and past those that it checks.
    @Test func othersReadATableByWhatItsOwnerPublishes() throws {
        for file in try SourceFile.ofTables() where !file.path.hasPrefix("Audit/") {
            for match in file.code.matches(of: #/(?:FROM|JOIN) ([a-z_]+)/#) {
                let table = String(match.1)
                guard let owner = Self.owners[table], owner != file.owner else { continue }
                let isKnown = Self.joins[file.path]?.contains(table) ?? false
                #expect(isKnown, "\(file.path) reads \(table) of \(owner)")
            }
        }
    }
}

extension SourceFile {
    /// `PickTable` of `Work/PickTable+Pool.swift`.
    fileprivate var owner: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "+" && $0 != "." })
    }
}
