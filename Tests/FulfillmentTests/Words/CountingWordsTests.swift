import Domain
import Testing

@testable import Fulfillment

@Suite struct CountingWordsTests {
    @Test func `every prompt has words that fit the screen`() {
        expectWords(of: CountingSentence.self, rows: ScreenRoom.instructionRows)
    }

    @Test func `every reason has words that fit the screen`() {
        expectWords(of: CountingReason.self, columns: ScreenRoom.reasonColumns, rows: ScreenRoom.reasonRows)
    }

    @Test func `where nobody gave a reason none is told`() {
        let task = CountingReason.task(TaskRow(5), priority: 50, reason: nil)
        #expect(task.english == "task 5 has it counted; priority 50")
    }
}

extension CountingSentence: SampledSentence {
    enum Kind: CaseIterable {
        case bin, binAgain, count, whatLiesHere, whatElse, whichLot, whichExpiry, howMany, howManyMore
        case nothingElse, allCounted
    }

    var kind: Kind {
        switch self {
        case .bin: .bin
        case .binAgain: .binAgain
        case .count: .count
        case .whatLiesHere: .whatLiesHere
        case .whatElse: .whatElse
        case .whichLot: .whichLot
        case .whichExpiry: .whichExpiry
        case .howMany: .howMany
        case .howManyMore: .howManyMore
        case .nothingElse: .nothingElse
        case .allCounted: .allCounted
        }
    }

    static func sample(of kind: Kind) -> (sentence: CountingSentence, english: String) {
        switch kind {
        case .bin: (.bin("HALL-2-A-117-04-B"), "HALL-2-A-117-04-B")
        case .binAgain: (.binAgain("HALL-2-A-117-04-B"), "Count HALL-2-A-117-04-B again")
        case .count: (.count("SKU-0000123456789"), "Count SKU-0000123456789")
        case .whatLiesHere: (.whatLiesHere, "What lies here?")
        case .whatElse: (.whatElse, "What else?")
        case .whichLot: (.whichLot, "Which lot?")
        case .whichExpiry: (.whichExpiry, "Which day of expiry?")
        case .howMany: (.howMany("SKU-0000123456789"), "How many SKU-0000123456789?")
        case .howManyMore: (.howManyMore("SKU-0000123456789"), "How many more SKU-0000123456789?")
        case .nothingElse: (.nothingElse, "Nothing else here?")
        case .allCounted: (.allCounted, "All is counted")
        }
    }
}

extension CountingReason: SampledSentence {
    enum Kind: CaseIterable {
        case way, task, countedAgain
    }

    var kind: Kind {
        switch self {
        case .way: .way
        case .task: .task
        case .countedAgain: .countedAgain
        }
    }

    static func sample(of kind: Kind) -> (sentence: CountingReason, english: String) {
        switch kind {
        case .way: (.way(.sample), TourWay.sample.english)
        case .task:
            (
                .task(TaskRow(123_456), priority: 100, reason: "missed_at_put_back"),
                "task 123456 has it counted: missed_at_put_back; priority 100"
            )
        case .countedAgain:
            (
                .countedAgain("SKU-0000123456789"),
                "SKU-0000123456789 is counted again, because the count before found a large difference"
            )
        }
    }
}
