internal import Common
import JSON
import WarehouseLayout

/// A bin that a plan's line may be picked from.
struct OfferedBin {
    private static let members = ["bin", "available", "lot", "expiry"]

    /// What distinguishes the goods of one SKU: the bin however it is spelled, the lot, the day.
    struct Record: Hashable {
        let bin: Int
        let lot: String?
        /// `9999-12-31` for what never expires.
        let expiry: String
    }

    /// As it was spelled.
    let code: String
    let record: Record
    let candidate: PickLine.Candidate

    /// - Parameter owner: the line, for messages.
    init(_ entry: JSONValue, of owner: String, on layout: PlanLayout) throws(PlanFault) {
        let bin = try PlanFields(entry, of: "a bin of \(owner)", known: Self.members)
        code = try bin.required("bin", try bin.text("bin"))
        let fields = try PlanFields(entry, of: "\(owner) in \(code)", known: Self.members)
        let available = try fields.required("available", try fields.amount("available"))
        let place = try layout.place(of: code)
        candidate = PickLine.Candidate(place: place, available: available)
        record = Record(
            bin: layout.number(of: code, at: place), lot: try fields.text("lot"),
            expiry: try Self.expiry(fields, code))
    }

    private static func expiry(_ fields: PlanFields, _ code: String) throws(PlanFault) -> String {
        guard let day = try fields.text("expiry") else { return "9999-12-31" }
        guard CalendarDay(day) != nil else {
            throw .malformed("expiry in \(code) is \(day); give a day like 2026-08-01")
        }
        return day
    }
}
