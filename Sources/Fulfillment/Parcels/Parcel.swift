import Domain
import GRDB
import JSON

/// A parcel as it stands.
struct Parcel {
    let row: ParcelRow
    let order: OrderRow
    /// Counted from 1 within the order.
    let number: Int
    let state: ParcelState
    let box: BoxID
    let plan: PackPlan
    /// Contents plus tare.
    let expectedWeightG: Int
    let weightG: Int?
    let sscc: String?
    let station: String?
    let manifest: Int?

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        order = row["order_row"]
        number = row["number"]
        state = try row.word("state")
        box = row["box"]
        plan = try PackPlan(row.list("plan"), of: self.row)
        expectedWeightG = row["expected_weight_g"]
        weightG = row["weight_g"]
        sscc = row["sscc"]
        station = row["station"]
        manifest = row["manifest"]
    }
}

extension Transaction {
    func parcel(_ row: ParcelRow) throws(Refusal) -> Parcel {
        guard let found = try self.row("SELECT * FROM parcel WHERE id = ?", [row]) else {
            throw .unknownParcel(row.description)
        }
        return try Parcel(found)
    }

    /// The parcel that a caller names by its number or its SSCC.
    func parcel(code: String) throws(Refusal) -> Parcel {
        if let row = try parcel(ScanReading(code)) { return try parcel(row) }
        guard code.count < 18, let number = Int(code),
            let found = try row("SELECT * FROM parcel WHERE id = ?", [number])
        else { throw .unknownParcel(code) }
        return try Parcel(found)
    }

    /// The parcels of an order that were not voided, by number.
    func parcels(of order: OrderRow) throws(Refusal) -> [Parcel] {
        try rows("SELECT * FROM parcel WHERE order_row = ? AND state <> 'voided' ORDER BY number", [order])
            .map(Parcel.init)
    }

    /// Moves a parcel along a legal edge.
    func setParcel(_ parcel: Parcel, to state: ParcelState) throws(Refusal) {
        try parcel.state.checkStep(to: state, of: parcel.sscc ?? parcel.row.description)
        try run("UPDATE parcel SET state = ? WHERE id = ?", [state.rawValue, parcel.row])
    }
}
