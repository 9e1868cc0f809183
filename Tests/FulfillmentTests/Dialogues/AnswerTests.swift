import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct AnswerTests {
    @Test func everyCommandBeginsWithAStar() {
        let words =
            FloorCommand.allCases.map(\.rawValue) + BenchCommand.allCases.map(\.rawValue)
            + UnpackCommand.allCases.map(\.rawValue)
        for word in words { #expect(word.hasPrefix("*"), "\(word)") }
    }

    @Test(
        "A command is known as any word is",
        arguments: [
            "*SKIP", " *skip ", "*Why", "*WHYS", "*", "", "SKIP", "**SKIP", "]C0*UNDO", "T-1", "é", "\u{FF0A}SKIP",
        ])
    func command(text: String) {
        let answer = Answer(text)
        #expect(answer.command(FloorCommand.self) == answer.word(FloorCommand.self))
        #expect(answer.command(BenchCommand.self) == answer.word(BenchCommand.self))
    }

    @Test func onlyScansAreAnswers() throws {
        let code = " (17)270531(10)L1 "
        let answer = try #require(Answer(given: TourScan(1, step: 2, code)))
        let expected = Answer(code)
        #expect(answer.text == expected.text && answer.scan.text == expected.scan.text)
        #expect(answer.scan.lot == "L1" && answer.day == expected.day)
        #expect(Answer(given: OrderHold("O-1", reason: "r")) == nil)
    }
}
