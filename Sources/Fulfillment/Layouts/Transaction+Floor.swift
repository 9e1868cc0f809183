import Domain
import WarehouseLayout

extension Transaction {
    /// The warehouse that a command names, or the only one there is.
    func warehouse(_ named: WarehouseCode?) throws(Refusal) -> WarehouseCode {
        if let named, try store.layouts.revision(of: named) != nil { return named }
        let known = try warehouses()
        if let named { throw .unknownWarehouse(named.text, known: known.map(\.text)) }
        guard let only = known.first else { throw .notConfigured("no layout is loaded yet; load one first") }
        guard known.count == 1 else {
            throw .badParams(
                param: "warehouse",
                problem: "is missing, and there are several: \(known.map(\.text).joined(separator: ", "))")
        }
        return only
    }

    /// The warehouse that a list is filtered by, which must be one that there is.
    func knownWarehouse(_ named: WarehouseCode?) throws(Refusal) -> WarehouseCode? {
        if let named { try warehouse(named) } else { nil }
    }

    /// The client that a list is filtered by, which must have goods; "" stands for those of nobody in particular.
    func knownClient(_ named: ClientID?) throws(Refusal) -> ClientID? {
        guard let named, !named.isEmpty else { return named }
        if try store.skus.list(of: named, limit: 1).isEmpty {
            throw .badParams(param: "client", problem: "there is no client \(named)")
        }
        return named
    }

    func warehouses() throws(Refusal) -> [WarehouseCode] {
        try store.layouts.codes()
    }

    /// The floor that a command names, or the only one there is.
    func floor(named warehouse: WarehouseCode?) throws(Refusal) -> Floor { try floor(self.warehouse(warehouse)) }

    /// The floor of a warehouse at the revision in force.
    func floor(_ warehouse: WarehouseCode) throws(Refusal) -> Floor {
        guard let revision = try store.layouts.revision(of: warehouse) else {
            throw .unreadable("warehouse \(warehouse): it has no layout")
        }
        if let floor = layouts.floor(warehouse, revision: revision) { return floor }
        guard let yaml = try store.layouts.text(of: warehouse, revision: revision) else {
            throw .unreadable("layout \(warehouse), revision \(revision): its text is not there")
        }
        do throws(LayoutError) {
            return layouts.add(try Layout(yaml: yaml, file: "\(warehouse).yaml"), revision: revision)
        } catch {
            throw .unreadable("layout \(warehouse), revision \(revision): \(error.faultLines.first ?? "faulty")")
        }
    }

    /// The bin that a caller names: by its address or its printed name, in any case.
    func bin(_ code: BinCode, on floor: Floor) throws(Refusal) -> Bin {
        guard let bin = floor.layout.bin(code.text) else {
            throw .unknownBin(code.text, warehouse: floor.warehouse.text)
        }
        return bin
    }
}

extension Bin {
    /// The address as the tables hold it.
    var code: BinCode { BinCode(address.text) }
}
