import JSON
import WarehouseLayout

/// The lines of a tour whose bins the planner chooses, read from a request.
///
/// What expires first goes first: a line takes whole what its bins hold of earlier days, and chooses only among
/// the bins of the last day that it needs. Each such share of a line is chosen as a line of its own.
struct PlanLines {
    private struct Offer {
        let code: String
        let candidate: PickLine.Candidate
        /// `9999-12-31` for what never expires.
        let expiry: String
    }

    private(set) var asked: [PickLine] = []
    /// By line asked, its SKU and the codes of its candidates.
    private var skus: [JSONValue] = []
    private var codes: [[String]] = []
    private var offered: Set<String> = []

    init(_ lines: JSONValue, on layout: PlanLayout) throws(PlanFault) {
        for line in try PlanLayout.list(lines, "lines") { try add(line, on: layout) }
    }

    /// The stops of a chosen tour.
    func stops(_ picks: [ChosenTour.Pick]) -> JSONValue {
        .array(
            picks.map { pick in
                [
                    "bin": .string(codes[pick.line][pick.candidate]), "sku": skus[pick.line],
                    "qty": .int(pick.quantity),
                ]
            })
    }

    private mutating func add(_ line: JSONValue, on layout: PlanLayout) throws(PlanFault) {
        let sku = line["sku"] ?? nil
        let name = sku.string ?? "a line"
        var rest = try PlanLayout.int(line["qty"], "qty of \(name)")
        if rest < 0 { throw .malformed("qty of \(name) is \(rest); give 0 or more") }
        let offers = try offers(of: line, name, on: layout)
        let held = offers.reduce(0) { $0 + $1.candidate.available }
        if held < rest {
            throw PlanFault(
                kind: "not_enough",
                message: "\(name): \(rest) asked, its bins hold \(held); offer more bins or lower the quantity")
        }
        for day in Set(offers.map(\.expiry)).sorted() where rest > 0 {
            let ofDay = offers.filter { $0.expiry == day }
            let quantity = min(rest, ofDay.reduce(0) { $0 + $1.candidate.available })
            rest -= quantity
            asked.append(PickLine(quantity: quantity, candidates: ofDay.map(\.candidate)))
            skus.append(sku)
            codes.append(ofDay.map(\.code))
        }
    }

    private mutating func offers(
        of line: JSONValue, _ name: String, on layout: PlanLayout
    ) throws(PlanFault) -> [Offer] {
        let wanted = try line["lot"].map { value throws(PlanFault) in try PlanLayout.text(value, "lot of \(name)") }
        var offers: [Offer] = []
        for entry in try PlanLayout.list(line["bins"], "bins of \(name)") {
            let code = try PlanLayout.text(entry["bin"] ?? entry, "bin of \(name)")
            let available = try PlanLayout.int(entry["available"], "available of \(name) in \(code)")
            if available < 0 { throw .malformed("available of \(name) in \(code) is \(available); give 0 or more") }
            let place = try layout.place(of: code)
            let lot = try entry["lot"].map { value throws(PlanFault) in try PlanLayout.text(value, "lot in \(code)") }
            let expiry = try expiry(of: entry, in: code)
            guard wanted == nil || lot == wanted else { continue }
            let mark = "\(line["sku"]?.description ?? "line \(codes.count)") \(code) \(lot ?? "") \(expiry)"
            guard offered.insert(mark).inserted else {
                throw .malformed("\(name) in \(code) is offered twice; give each bin once, to one line")
            }
            offers.append(
                Offer(code: code, candidate: .init(place: place, available: available), expiry: expiry))
        }
        return offers
    }

    private func expiry(of entry: JSONValue, in code: String) throws(PlanFault) -> String {
        guard let value = entry["expiry"] else { return "9999-12-31" }
        let day = try PlanLayout.text(value, "expiry in \(code)")
        guard PlanMoment(day + "T00:00:00Z") != nil else {
            throw .malformed("expiry in \(code) is \(day); give a day like 2026-08-01")
        }
        return day
    }
}
