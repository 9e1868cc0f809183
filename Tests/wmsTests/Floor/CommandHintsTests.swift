import Domain
import JSON
import Operations
import Testing

@testable import wms

struct CommandHintsTests {
    private func hints(
        _ expect: Domain.Expectation, _ show: JSONObject = [:], of work: FloorDialogue.Work = .picking
    ) throws -> [String] {
        let prompt = try Prompt(sent: [
            "step": 4, "expect": .string(expect.rawValue), "show": .object(show),
        ])
        return CommandHints.commands(at: prompt, of: work)
    }

    @Test func `a stop may be skipped at its bin and its item, and a pick be short at item and quantity`()
        throws
    {
        let pick: JSONObject = ["tour": 1, "order_id": "ORD-1", "sku": "TEA", "done": 0]
        #expect(try hints(.bin, pick) == ["*SKIP", "*WHY", "*PAUSE"])
        #expect(try hints(.item, pick) == ["*SKIP", "*SHORT", "*WHY", "*PAUSE"])
        #expect(try hints(.quantity, pick) == ["*SHORT", "*UNDO", "*WHY", "*PAUSE"])
        #expect(try hints(.tote, pick) == ["*FULL", "*UNDO", "*WHY", "*PAUSE"])
        #expect(try hints(.reason, pick) == ["*UNDO", "*WHY", "*PAUSE"])
    }

    @Test func `before its first pick a tour has nothing to take back`() throws {
        #expect(try hints(.tote, ["tour": 1, "order_id": "ORD-1", "done": 0]) == ["*WHY", "*PAUSE"])
        for expect in [Domain.Expectation.bin, .item, .station] {
            #expect(try !hints(expect, ["tour": 1, "sku": "TEA", "done": 0]).contains("*UNDO"))
            #expect(try hints(expect, ["tour": 1, "sku": "TEA", "done": 1]).contains("*UNDO"))
        }
    }

    @Test func `what is put back or counted is never short, and only there a bin is full`() throws {
        for expect in Domain.Expectation.allCases {
            let (back, count) = try (
                hints(expect, ["kind": "put_back", "tour": 1]),
                hints(expect, ["kind": "count", "bin": "A-1"])
            )
            #expect(!back.contains("*SHORT") && !count.contains("*SHORT") && !count.contains("*FULL"))
            #expect(back.contains("*FULL") == [.bin, .item].contains(expect))
        }
        #expect(try hints(.yesNo, ["kind": "count", "tour": 1]) == ["*WHY"])
    }

    @Test func `at the bench a box is ended and a piece taken out once one lies in it`() throws {
        for expect in [Domain.Expectation.box, .item] {
            #expect(try hints(expect, ["parcel": 7, "done": 0], of: .packing).isEmpty)
            #expect(try hints(expect, ["parcel": 7, "done": 1], of: .packing) == ["*UNDO", "*FULL"])
        }
        #expect(try hints(.yesNo, ["parcel": 7, "done": 2], of: .packing) == ["*UNDO"])
        #expect(try hints(.label, ["parcel": 7, "done": 2], of: .packing).isEmpty)
        #expect(try hints(.tote, ["kind": "unpack", "parcel": 7], of: .packing).isEmpty)
        #expect(try hints(.yesNo, ["kind": "unpack", "parcel": 7], of: .packing) == ["*UNDO"])
    }

    @Test(arguments: FloorDialogue.Work.allCases)
    func `where the terminal itself asks, or the work is done, there is none`(work: FloorDialogue.Work) throws
    {
        #expect(CommandHints.commands(at: Prompt(expect: .tote, say: "Scan the tote"), of: work).isEmpty)
        #expect(try hints(.none, of: work).isEmpty)
    }
}
