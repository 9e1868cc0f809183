import JSON
import WarehouseLayout

extension Transaction {
    /// `layout.check`: compiles the text and tells its size, or refuses it with every fault.
    func checkLayout(_ params: Params) throws(Refusal) -> JSONValue {
        let layout = try compileLayout(params)
        return [
            "warehouse": .string(layout.warehouse.text), "bins": .int(layout.bins.count),
            "stations": .int(layout.stations.count), "warnings": warnings(of: layout),
        ]
    }

    /// `layout.load`: makes the text the warehouse's next revision, unless it pulls a bin from under its stock.
    func loadLayout(_ params: Params) throws(Refusal) -> JSONValue {
        let layout = try compileLayout(params)
        let warehouse = WarehouseCode(layout.warehouse.text)
        let before = try value(Int.self, "SELECT revision FROM warehouse WHERE warehouse = ?", [warehouse])
        let difference = before == nil ? nil : layout.difference(from: try floor(warehouse).layout)
        if let difference {
            let touched = difference.touched
            try refuseBinsInUse(touched, relocated: params, in: warehouse)
        }
        let revision = (before ?? 0) + 1
        if try !params.flag("dry_run") {
            try store(layout, yaml: params.text("yaml"), revision: revision, of: warehouse)
        }
        return [
            "warehouse": .string(warehouse.text), "revision": .int(revision), "bins": .int(layout.bins.count),
            "added": .int(difference?.added.count ?? layout.bins.count),
            "removed": .int(difference?.removed.count ?? 0),
            "changed": .int((difference?.moved.count ?? 0) + (difference?.changed.count ?? 0)),
            "warnings": warnings(of: layout),
        ]
    }

    private func warnings(of layout: Layout) -> JSONValue {
        .array(LayoutWarnings(layout).sentences.map { .string($0) })
    }

    private func compileLayout(_ params: Params) throws(Refusal) -> Layout {
        let yaml = try params.text("yaml")
        do throws(LayoutError) { return try Layout(yaml: yaml, file: "layout") } catch {
            throw .layoutFaults(error.faultLines)
        }
    }

    private func refuseBinsInUse(
        _ bins: [BinAddress], relocated params: Params, in warehouse: WarehouseCode
    ) throws(Refusal) {
        let relocated = Set(try params.list("relocated").compactMap(\.string))
        var inUse: [String] = []
        for bin in bins where !relocated.contains(bin.text) {
            let held = try value(
                Int.self, "SELECT 1 FROM stock WHERE warehouse = ? AND bin = ? AND on_hand > 0 LIMIT 1",
                [warehouse, bin.text])
            if held != nil { inUse.append(bin.text) }
        }
        if !inUse.isEmpty { throw .layoutInUse(bins: inUse) }
    }

    private func store(
        _ layout: Layout, yaml: String, revision: Int, of warehouse: WarehouseCode
    ) throws(Refusal) {
        try run(
            """
            INSERT INTO warehouse (warehouse, name, revision) VALUES (?1, ?2, ?3)
            ON CONFLICT (warehouse) DO UPDATE SET name = ?2, revision = ?3
            """, [warehouse, layout.name, revision])
        try run(
            "INSERT INTO layout (warehouse, revision, yaml, loaded_at) VALUES (?, ?, ?, ?)",
            [warehouse, revision, yaml, now.millisecondsSince1970])
        let floor = layouts.put(layout, revision: revision)
        try settlePromises(on: floor)
        try emit(
            .layoutLoaded, of: warehouse.text, in: warehouse,
            [
                "warehouse": .string(warehouse.text), "revision": .int(revision),
                "bins": .int(layout.bins.count),
            ])
    }
}

extension LayoutError {
    /// Each fault as a line for a person: file, line, column, what is wrong and the mend.
    var faultLines: [String] {
        switch self {
        case .faults(let faults): faults.map(\.description)
        }
    }
}
