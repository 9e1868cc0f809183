import Domain
import JSON

extension Schema {
    private static let plansPerStep = 500
    private static let plans: SQL = "SELECT id, plan FROM parcel WHERE id > ? ORDER BY id LIMIT ?"

    /// Reads the plans that were kept as JSON texts and writes them as runs.
    static func carryPlans(on db: Connection) throws(Refusal) {
        let parcels = ParcelTable(db)
        var last = 0
        while true {
            let plans = try db.all(plans, last, plansPerStep) { (columns) throws(Refusal) in
                (parcel: try columns.row() as ParcelRow, plan: PackPlan(oldText: try columns.text()))
            }
            for (parcel, plan) in plans { try parcels.write(plan, of: parcel) }
            guard let end = plans.last else { return }
            last = end.parcel.number
        }
    }
}

extension PackPlan {
    /// A plan as the first versions kept it, `[{"sku":"TEA","at_mm":[0,0,0],"size_mm":[120,80,60]}]`; what of it is
    /// no piece was passed over by them too.
    init(oldText: String) {
        let list = (try? JSONValue(parsing: oldText))?.array ?? []
        self.init(
            list.compactMap { value in
                guard let sku = value["sku"]?.string else { return nil }
                let (at, size) = (Self.threeNumbers(value["at_mm"]), Self.threeNumbers(value["size_mm"]))
                return Piece(
                    sku: SKUID(sku), at: PositionMM(across: at[0], deep: at[1], up: at[2]),
                    size: SizeMM(length: size[0], width: size[1], height: size[2]))
            })
    }

    private static func threeNumbers(_ value: JSONValue?) -> [Int] {
        let numbers = value?.array?.compactMap(\.int) ?? []
        return (numbers + [0, 0, 0]).prefix(3).map { min(max($0, 0), Limits.sideMMMax) }
    }
}
