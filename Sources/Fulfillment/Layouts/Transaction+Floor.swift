import WarehouseLayout

extension Transaction {
    /// The warehouse that a command names, or the only one there is.
    func warehouse(_ params: Params) throws(Refusal) -> WarehouseCode {
        let known = try rows("SELECT warehouse FROM warehouse ORDER BY warehouse").map {
            $0["warehouse"] as String
        }
        if let named = try params.optionalText("warehouse") {
            guard known.contains(named) else { throw .unknownWarehouse(named, known: known) }
            return WarehouseCode(named)
        }
        guard let only = known.first else { throw .notConfigured("no layout is loaded yet; load one first") }
        guard known.count == 1 else {
            throw .badParams(
                param: params.path + "warehouse",
                problem: "is missing, and there are several: \(known.joined(separator: ", "))")
        }
        return WarehouseCode(only)
    }

    /// The floor of a warehouse at the revision in force.
    func floor(_ warehouse: WarehouseCode) throws(Refusal) -> Floor {
        guard
            let revision = try value(
                Int.self, "SELECT revision FROM warehouse WHERE warehouse = ?", [warehouse])
        else { throw .unknownWarehouse(warehouse.text, known: []) }
        if let floor = layouts.floor(warehouse, revision: revision) { return floor }
        let yaml = try value(
            String.self, "SELECT yaml FROM layout WHERE warehouse = ? AND revision = ?",
            [warehouse, revision])
        do throws(LayoutError) {
            return layouts.put(
                try Layout(yaml: yaml ?? "", file: "\(warehouse).yaml"), revision: revision)
        } catch { throw .layoutFaults(error.faultLines) }
    }

    /// The bin that a parameter names.
    func bin(_ params: Params, _ name: String, on floor: Floor) throws(Refusal) -> Bin {
        let text = try params.text(name)
        guard let bin = floor.layout.bin(text) else {
            throw .unknownBin(text, warehouse: floor.warehouse.text)
        }
        return bin
    }
}

extension Bin {
    /// The address as the tables hold it.
    var code: BinCode { BinCode(address.text) }
}
