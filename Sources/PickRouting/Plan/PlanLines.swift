import JSON
import WarehouseLayout

/// The lines of a tour whose bins the planner chooses, read from a request.
///
/// What expires first goes first: a line uses all that its bins hold of earlier days, and chooses only among the
/// bins of the last day that it needs. Each such share of a line is chosen as a line of its own.
/// Lines of one SKU that are offered the same bins are chosen together.
struct PlanLines {
    private(set) var asked: [PickLine] = []
    /// By line asked: whose pieces it asks for, and its bins.
    private var groups: [Int] = []
    private var bins: [[OfferedBin]] = []
    private let goods: [SharedGoods]

    init(_ lines: [JSONValue], on layout: PlanLayout) throws(PlanFault) {
        var shared = SharedLines()
        for line in lines { try shared.add(line, on: layout) }
        goods = shared.goods
        for index in goods.indices { try ask(index) }
    }

    private mutating func ask(_ index: Int) throws(PlanFault) {
        let goods = goods[index]
        var rest = goods.quantity
        let held = goods.bins.reduce(0) { $0 + $1.candidate.available }
        if held < rest {
            let lines = goods.shares.count > 1 ? " on \(goods.shares.count) lines" : ""
            throw PlanFault(
                kind: "not_enough",
                message:
                    "\(goods.name): \(rest) asked\(lines), its bins hold \(held); "
                    + "offer more bins or lower the quantity"
            )
        }
        for day in Set(goods.bins.map(\.record.expiry)).sorted() where rest > 0 {
            let ofDay = goods.bins.filter { $0.record.expiry == day }
            let quantity = min(rest, ofDay.reduce(0) { $0 + $1.candidate.available })
            rest -= quantity
            asked.append(
                PickLine(
                    quantity: quantity, candidates: ofDay.map(\.candidate),
                    precedenceClass: goods.precedenceClass))
            groups.append(index)
            bins.append(ofDay)
        }
    }

    /// The stops of a chosen tour; pieces for lines that have a number are listed line by line.
    func stops(_ picks: [ChosenTour.Pick]) -> JSONValue {
        var goods = goods
        var stops: [JSONValue] = []
        for pick in picks {
            let code = bins[pick.line][pick.candidate].code
            for share in goods[groups[pick.line]].allot(pick.quantity) {
                var stop: JSONObject = [
                    "bin": .string(code), "sku": goods[groups[pick.line]].sku ?? .null,
                    "qty": .int(share.quantity),
                ]
                if let line = share.line { stop["line"] = line }
                stops.append(.object(stop))
            }
        }
        return .array(stops)
    }

    /// Where the picks' bins stand in the list of codes.
    func codeOrder(_ picks: [ChosenTour.Pick]) -> [Int] {
        picks.map { bins[$0.line][$0.candidate].record.bin }
    }

    func stop(of pick: ChosenTour.Pick) -> TourStop {
        TourStop(
            place: asked[pick.line].candidates[pick.candidate].place,
            precedenceClass: asked[pick.line].precedenceClass)
    }
}
