import Domain
import Testing

@testable import Fulfillment

/// What is said at the bench, where boxes are packed and where they are emptied.
@Suite struct BenchWordsTests {
    @Test func `every prompt of packing has words that fit the screen`() {
        expectWords(of: PackingSentence.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `every prompt of unpacking has words that fit the screen`() {
        expectWords(of: UnpackSentence.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `one piece is one piece`() {
        #expect(UnpackSentence.intoFreeTote(pieces: 1).english == "Unpack 1 piece into a free tote")
        #expect(UnpackSentence.areAllIn("T-1", pieces: 1).english == "The piece in T-1?")
    }
}

extension PackingSentence: SampledSentence {
    enum Kind: CaseIterable {
        case takeBox, put, quantity, weigh, close, label
    }

    var kind: Kind {
        switch self {
        case .takeBox: .takeBox
        case .put: .put
        case .quantity: .quantity
        case .weigh: .weigh
        case .close: .close
        case .label: .label
        }
    }

    static func sample(of kind: Kind) -> (sentence: PackingSentence, english: String) {
        switch kind {
        case .takeBox: (.takeBox("CARTON-600x400x400"), "Take box CARTON-600x400x400")
        case .put: (.put(1_200, of: "SKU-0000123456789"), "1200 × SKU-0000123456789")
        case .quantity: (.quantity(1_200), "1200")
        case .weigh: (.weigh, "Weigh the box")
        case .close: (.close, "Close the parcel?")
        case .label: (.label, "Scan the label on the box")
        }
    }
}

extension UnpackSentence: SampledSentence {
    enum Kind: CaseIterable {
        case intoFreeTote, areAllIn
    }

    var kind: Kind {
        switch self {
        case .intoFreeTote: .intoFreeTote
        case .areAllIn: .areAllIn
        }
    }

    static func sample(of kind: Kind) -> (sentence: UnpackSentence, english: String) {
        switch kind {
        case .intoFreeTote: (.intoFreeTote(pieces: 1_200), "Unpack 1200 pieces into a free tote")
        case .areAllIn: (.areAllIn("TOTE-00012345", pieces: 1_200), "All 1200 pieces in TOTE-00012345?")
        }
    }
}
