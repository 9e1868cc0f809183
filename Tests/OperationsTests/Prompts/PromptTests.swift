import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

@Suite struct PromptTests {
    /// Handhelds read these names; a prompt of nothing still has each member but those of what is at hand.
    @Test func thePromptIsWrittenAsHandheldsReadIt() {
        var prompt = Prompt(step: 12, expect: .quantity, say: "4", choices: ["yes", "no"])
        (prompt.show.tour, prompt.show.done, prompt.show.of) = (TourRow(1), 0, 2)
        (prompt.show.bin, prompt.show.sku, prompt.show.quantity) = ("B-3-12", "TEA-250G", 4)
        prompt.show.expiry = Day("2026-05-06")
        #expect(
            JSONValue.object(prompt.json).description
                == #"{"step":12,"expect":"quantity","say":"4","show":{"tour":1,"done":0,"of":2,"bin":"B-3-12","#
                + #""sku":"TEA-250G","qty":4,"expiry":"2026-05-06"},"choices":["yes","no"],"beep":"ok"}"#)
        #expect(
            JSONValue.object(Prompt(expect: .none, say: "Nothing to do here", beep: .done).json).description
                == #"{"step":0,"expect":"none","say":"Nothing to do here","show":{},"choices":[],"beep":"done"}"#
        )
    }

    @Test func whatALaterVersionAddsIsPassedOver() throws {
        let prompt = try Prompt(
            reading: [
                "step": 3, "expect": "bin", "say": "A-1", "show": ["bin": "A-1", "moon": "full"],
                "choices": [], "beep": "ok", "colour": "red",
            ])
        #expect(prompt.show.bin == "A-1" && prompt.step == 3)
        #expect(throws: ParamFault.self) { try Prompt(reading: ["step": 3]) }
    }

    @Test func aPieceHasThreeCoordinates() {
        var faults: [ParamFault] = []
        _ = PlannedPiece.read(["sku": "A", "at_mm": [0, 1], "size_mm": [1, 2, 3]], faults: &faults)
        #expect(faults.map(\.path) == ["at_mm"])
        let piece = PlannedPiece(
            sku: "A", at: PositionMM(across: 0, deep: 1, up: 2), size: SizeMM(length: 3, width: 4, height: 5))
        #expect(piece.json == ["sku": "A", "at_mm": [0, 1, 2], "size_mm": [3, 4, 5]])
    }
}
