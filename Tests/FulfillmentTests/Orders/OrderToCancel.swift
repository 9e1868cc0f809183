import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// An order of two vials of a lot and three pens on its way through the house; after every step the site has to be sound.
final class OrderToCancel {
    let site: TestSite
    private(set) var picker: Handheld?
    private(set) var packer: Handheld?

    init() throws {
        site = try TestSite()
        try site.receive(10, "SERUM", in: "A-1-01", lot: "L1", expiry: "2027-05-31")
        try site.receive(10, "PEN", in: "B-3-02")
    }

    func cancel(reason: String = "bought twice") throws -> OrderCancel.Result {
        let answer = try site.done(OrderCancel("O-1", reason: reason))
        try expectSound()
        return answer
    }

    func expectSound() throws {
        let breaches = try site.breaches()
        try #require(breaches == [])
    }

    /// What lies where by the books, each record in words.
    func shelves() throws -> [String] {
        try site.read(StockList(limit: 500)).stock.map { row in
            let lot = "\(row.lot ?? "-") \(row.expiry?.description ?? "-")"
            return "\(row.bin) \(row.sku) \(lot) \(row.status) \(row.onHand) \(row.reserved)"
        }.sorted()
    }

    /// Pieces in totes and boxes.
    func piecesOut() throws -> Int {
        let picks = try site.order("O-1").picks
        return picks.filter { $0.state == .picked || $0.state == .packed }.reduce(0) { $0 + $1.quantity }
    }

    /// Whether pieces lie in a box, which has to be emptied at the bench.
    func isBoxed(at moment: CancelMoment) -> Bool { moment == .packed || packer?.show.done ?? 0 > 0 }

    /// Answers prompts as a careful person until one expects something of this kind.
    func work(_ person: Handheld, until expectation: Domain.Expectation) throws {
        for _ in 0..<100 where person.expects != expectation && person.expects != .none {
            try person.answer()
            try expectSound()
        }
    }

    func scan(_ person: Handheld, _ codes: String...) throws {
        for code in codes {
            try person.scan(code)
            try expectSound()
        }
    }
}

// MARK: The way to a moment

extension OrderToCancel {
    func bring(to moment: CancelMoment) throws {
        try site.allocate("O-1", [("PEN", 3), ("SERUM", 2)])
        switch moment {
        case .accepted: break
        case .held: try site.done(OrderHold("O-1", reason: "address"))
        case .released: try site.release("O-1")
        case .binding, .atBin, .atItem, .atLot, .atQuantity, .atTote, .atReason, .pausedEmpty, .partlyPicked,
            .inSecondTote, .allPicked, .pausedWithPieces, .picked:
            try pick(to: moment)
        case .atBox, .atPiece, .atCount, .partlyPacked, .atWeight, .atClose, .atLabel, .packed:
            try pick(to: .picked)
            try pack(to: moment)
        }
        try expectSound()
    }

    private func pick(to moment: CancelMoment) throws {
        try site.release("O-1")
        let picker = try site.picker()
        self.picker = picker
        try picker.nextTour()
        if moment == .binding { return }
        try work(picker, until: .bin)
        switch moment {
        case .atItem: try work(picker, until: .item)
        case .atLot: try work(picker, until: .lot)
        case .atQuantity: try work(picker, until: .quantity)
        case .atTote: try work(picker, until: .tote)
        case .atReason:
            try work(picker, until: .quantity)
            try scan(picker, "1")
        case .pausedEmpty: try scan(picker, "*PAUSE")
        case .partlyPicked, .pausedWithPieces, .inSecondTote:
            try work(picker, until: .tote)
            try work(picker, until: .bin)
            if moment == .pausedWithPieces { try scan(picker, "*PAUSE") }
            if moment == .inSecondTote {
                try work(picker, until: .tote)
                try scan(picker, "*FULL", "T-2")
            }
        case .allPicked: try work(picker, until: .station)
        case .picked: try work(picker, until: .none)
        default: break
        }
    }

    private func pack(to moment: CancelMoment) throws {
        let packer = try site.packer()
        self.packer = packer
        try packer.start("O-1")
        switch moment {
        case .atPiece: try work(packer, until: .item)
        case .atCount, .partlyPacked:
            try work(packer, until: .quantity)
            if moment == .partlyPacked { try scan(packer, "1") }
        case .atWeight: try work(packer, until: .weight)
        case .atClose: try work(packer, until: .yesNo)
        case .atLabel: try work(packer, until: .label)
        case .packed: try work(packer, until: .none)
        default: break
        }
    }
}

// MARK: The way home

extension OrderToCancel {
    /// What was begun is ended, boxes are emptied, and everything is carried to its bins.
    func bringHome() throws {
        if let picker, picker.expects != .none {
            try picker.nextTour()
            try work(picker, until: .none)
        }
        if try !site.tasks(kind: .unpack, state: .open).isEmpty {
            let bench = try packer ?? site.packer()
            try bench.start("O-1")
            try work(bench, until: .none)
        }
        let carrier = try site.picker("P9")
        try carrier.nextTour()
        for _ in 0..<10 where carrier.expects != .none {
            try work(carrier, until: .none)
            try carrier.nextTour()
        }
    }
}
