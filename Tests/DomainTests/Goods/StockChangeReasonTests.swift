import Domain
import Testing

@Suite("Why other pieces lie in a bin")
struct StockChangeReasonTests {
    @Test("A correction is told in the word that it was asked for with")
    func wordsOfCorrections() {
        for reason in AdjustmentReason.allCases {
            #expect(StockChangeReason(reason).rawValue == reason.rawValue)
        }
        for reason in ShortReason.allCases {
            #expect(StockChangeReason(reason).rawValue == reason.rawValue)
        }
    }
}
