import Domain
import JSON

/// Goods, parcels and labels as tests need them.
enum Sample {
    static let noon = Instant(millisecondsSince1970: 1_778_061_600_000)

    static func sku(_ id: SKUID, of client: ClientID = "", units: [StockUnit] = []) -> SKU {
        SKU(
            client: client, id: id, name: "Sample \(id)", size: SizeMM(length: 120, width: 80, height: 60),
            weightG: 250,
            units: units)
    }

    static func caseOf(_ quantity: Int, barcodes: [String]) -> StockUnit {
        StockUnit(name: .case, quantity: quantity, size: nil, weightG: nil, barcodes: barcodes)
    }

    static func key(
        _ sku: SKUID = "TEA", bin: BinCode = "A-01-1", client: ClientID = "", lot: String = "",
        expiry: Day? = nil,
        status: StockStatus = .available
    ) -> StockKey {
        StockKey(
            warehouse: "NY", client: client, sku: sku, lot: lot, expiry: expiry, status: status, bin: bin)
    }

    /// A plan of runs: so many pieces of each SKU, side by side.
    static func plan(_ runs: (sku: SKUID, count: Int)...) -> PackPlan {
        var pieces: [PackPlan.Piece] = []
        for run in runs {
            for _ in 0..<run.count {
                pieces.append(
                    PackPlan.Piece(
                        sku: run.sku, at: PositionMM(across: pieces.count * 3, deep: 300, up: 20_000),
                        size: SizeMM(length: 3, width: 256, height: 255)))
            }
        }
        return PackPlan(pieces)
    }

    static func parcel(_ plan: PackPlan, of order: OrderRow = OrderRow(7), number: Int = 1) -> NewParcel {
        NewParcel(order: order, number: number, box: "S", plan: plan, expectedWeightG: 800)
    }

    static func label(
        _ parcel: ParcelRow = ParcelRow(1), printer: PrinterName = "dock",
        sscc: String? = "106141411234567897",
        copy: Int = 0
    ) -> NewLabelJob {
        NewLabelJob(
            parcel: parcel, printer: printer, template: "shipping", data: ["order_id": "O-1"], sscc: sscc,
            copy: copy)
    }
}
