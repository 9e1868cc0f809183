import Domain
import Testing

@testable import Fulfillment

@Suite struct PickingWordsTests {
    @Test func `every prompt has words that fit the screen`() {
        expectWords(of: PickingSentence.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `every reason has words that fit the screen`() {
        expectWords(of: PickingReason.self, columns: ScreenRoom.reasonColumns, rows: ScreenRoom.reasonRows)
    }

    @Test func `one piece and one bin are no pieces and bins`() {
        let one = PickingReason.tote(pieces: 1, bins: 1, order: "O-1", priority: 60)
        #expect(one.english == "the tote takes 1 piece from 1 bin for order O-1, priority 60")
    }

    @Test func `metres have one decimal`() {
        #expect(TourWay(of: PickingWorld.walk).english == "tour 7 walks 61.3 m from START to PACK-1")
    }
}

extension PickingSentence: SampledSentence {
    enum Kind: CaseIterable {
        case freeTote, furtherTote, anyFreeTote, tote, bin, take, lot, quantity, missing, station
    }

    var kind: Kind {
        switch self {
        case .freeTote: .freeTote
        case .furtherTote: .furtherTote
        case .anyFreeTote: .anyFreeTote
        case .tote: .tote
        case .bin: .bin
        case .take: .take
        case .lot: .lot
        case .quantity: .quantity
        case .missing: .missing
        case .station: .station
        }
    }

    static func sample(of kind: Kind) -> (sentence: PickingSentence, english: String) {
        switch kind {
        case .freeTote: (.freeTote(for: "WEB-2026-00012345"), "Free tote for WEB-2026-00012345")
        case .furtherTote: (.furtherTote(for: "WEB-2026-00012345"), "Further free tote for WEB-2026-00012345")
        case .anyFreeTote: (.anyFreeTote, "Free tote")
        case .tote: (.tote("TOTE-00012345"), "TOTE-00012345")
        case .bin: (.bin("HALL-2-A-117-04-B"), "HALL-2-A-117-04-B")
        case .take: (.take(1_200, of: "SKU-0000123456789"), "1200 × SKU-0000123456789")
        case .lot: (.lot("2026-CHARGE-000123456"), "Lot 2026-CHARGE-000123456")
        case .quantity: (.quantity(1_200), "1200")
        case .missing: (.missing(1_200, of: "SKU-0000123456789"), "1200 of SKU-0000123456789 not there?")
        case .station: (.station("PACK-HALL-2-17"), "PACK-HALL-2-17")
        }
    }
}

extension PickingReason: SampledSentence {
    enum Kind: CaseIterable {
        case way, firstExpired, nearest, order, tote
    }

    var kind: Kind {
        switch self {
        case .way: .way
        case .firstExpired: .firstExpired
        case .nearest: .nearest
        case .order: .order
        case .tote: .tote
        }
    }

    static func sample(of kind: Kind) -> (sentence: PickingReason, english: String) {
        switch kind {
        case .way: (.way(.sample), TourWay.sample.english)
        case .firstExpired:
            (
                .firstExpired("SKU-0000123456789", in: "A-117-04-B", on: Day(daysSince1970: 20_969)),
                "SKU-0000123456789 is taken from A-117-04-B: first expired, first out: it expires on 2027-05-31"
            )
        case .nearest:
            (
                .nearest("SKU-0000123456789", in: "A-117-04-B"),
                "SKU-0000123456789 is taken from A-117-04-B: the nearest bin among equals"
            )
        case .order:
            (.order("WEB-2026-00012345", priority: 100), "for order WEB-2026-00012345, priority 100")
        case .tote:
            (
                .tote(pieces: 120, bins: 17, order: "WEB-2026-00012345", priority: 100),
                "the tote takes 120 pieces from 17 bins for order WEB-2026-00012345, priority 100"
            )
        }
    }
}

extension TourWay {
    static let sample = TourWay(of: PickingWorld.walk)
}
