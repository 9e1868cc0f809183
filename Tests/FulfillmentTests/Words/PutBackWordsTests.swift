import Domain
import Testing

@testable import Fulfillment

@Suite struct PutBackWordsTests {
    @Test func `every prompt has words that fit the screen`() {
        expectWords(of: PutBackSentence.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `every reason has words that fit the screen`() {
        expectWords(of: PutBackReason.self, columns: ScreenRoom.reasonColumns, rows: ScreenRoom.reasonRows)
    }

    @Test func `where nobody gave a reason none is told`() {
        let task = PutBackReason.task(TaskRow(5), brings: 5, of: "PEN", to: "A-1-01", reason: nil)
        #expect(task.english == "task 5 brings 5 × PEN back to A-1-01")
    }
}

extension PutBackSentence: SampledSentence {
    enum Kind: CaseIterable {
        case tote, bin, putBack, quantity, missing, nothingToDo
    }

    var kind: Kind {
        switch self {
        case .tote: .tote
        case .bin: .bin
        case .putBack: .putBack
        case .quantity: .quantity
        case .missing: .missing
        case .nothingToDo: .nothingToDo
        }
    }

    static func sample(of kind: Kind) -> (sentence: PutBackSentence, english: String) {
        switch kind {
        case .tote: (.tote("TOTE-00012345"), "TOTE-00012345")
        case .bin: (.bin("HALL-2-A-117-04-B"), "HALL-2-A-117-04-B")
        case .putBack: (.putBack(1_200, of: "SKU-0000123456789"), "Put back 1200 × SKU-0000123456789")
        case .quantity: (.quantity(1_200), "1200")
        case .missing: (.missing(1_200, of: "SKU-0000123456789"), "1200 of SKU-0000123456789 are gone?")
        case .nothingToDo: (.nothingToDo, "Nothing to do here")
        }
    }
}

extension PutBackReason: SampledSentence {
    enum Kind: CaseIterable {
        case way, task
    }

    var kind: Kind {
        switch self {
        case .way: .way
        case .task: .task
        }
    }

    static func sample(of kind: Kind) -> (sentence: PutBackReason, english: String) {
        switch kind {
        case .way: (.way(.sample), TourWay.sample.english)
        case .task:
            (
                .task(
                    TaskRow(123_456), brings: 1_200, of: "SKU-0000123456789", to: "A-117-04-B",
                    reason: "the customer called"),
                "task 123456 brings 1200 × SKU-0000123456789 back to A-117-04-B: the customer called"
            )
        }
    }
}
