import Common
import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import wms

struct PromptScreenTests {
    private let bin: Prompt

    init() throws {
        bin = try Prompt(sent: [
            "step": 12, "expect": "bin", "say": "Walk 31 m.",
            "show": [
                "tour": 12, "done": 0, "of": 3, "bin": "B-3-12", "walk_m": 31.0,
                "order_id": "ORD-2026-05-06-001",
            ],
        ])
    }

    private func text(_ screen: PromptScreen) -> String {
        screen.lines.map(\.text.trimmingTrailingSpaces).joined(separator: "\n")
    }

    @Test func `a bin is shown in letters to be read at arm's length`() {
        let screen = PromptScreen(title: "PICK P1", prompt: bin, ink: "#", commands: ["*SKIP", "*SHORT"])
        #expect(
            text(screen) == """
                 PICK P1                    pick 1 of 3

                GO TO BIN
                ##     ###     #  ###
                # #      #    ##    #
                ##  ##  ## ##  #  ###
                # #      #     #  #
                ##     ###    ### ###

                Walk 31 m.
                walk    31.0 m
                order   ORD-2026-05-06-001










                *SKIP *SHORT
                >
                """)
    }

    @Test func `a refusal stands above the prompt with what was expected and what was scanned`() {
        let refusal = LineError(
            code: 1000, message: "This is another bin.",
            data: [
                "kind": "wrong_bin", "expected": "B-3-12", "scanned": "B-3-11",
                "scanned_is": "bin, holds TEA",
            ])
        let screen = PromptScreen(title: "PICK P1", prompt: bin, refusal: refusal)
        #expect(
            screen.lines.filter { $0.ink == .red }.map(\.text.trimmingTrailingSpaces) == [
                " WRONG BIN", " This is another bin.", " expected B-3-12",
                " scanned  B-3-11 (bin, holds TEA)",
            ])
        #expect(screen.lines.count == PromptScreen.rows)
    }

    @Test func `packing says how many are left and where they lie`() throws {
        let prompt = try Prompt(sent: [
            "step": 5, "expect": "item", "say": "12 × WATER-5L",
            "show": [
                "parcel": 81, "number": 1, "parcels": 2, "box": "M", "sku": "WATER-5L", "name": "天然矿泉水 五升装",
                "qty_left": 2,
                "place": ["sku": "WATER-5L", "at_mm": [0, 0, 0], "size_mm": [200, 150, 300]],
                "where": [
                    "3–4: 2 across, in the left back corner, on the floor; each 200 across, 150 deep, 300 mm high"
                ],
            ],
        ])
        let screen = text(PromptScreen(title: "PACK", prompt: prompt, ink: "#"))
        #expect(screen.contains("PUT INTO THE BOX\n###\n  #\n###    # #"))
        #expect(
            screen.contains(
                """
                12 × WATER-5L
                name    天然矿泉水 五升装
                where   3–4: 2 across, in the left back
                        corner, on the floor; each 200
                        across, 150 deep, 300 mm high
                parcel  1 of 2
                box     M
                """))
    }

    @Test func `a quantity to be packed is shown in large letters, with what was counted`() throws {
        let prompt = try Prompt(sent: [
            "step": 6, "expect": "quantity", "say": "2",
            "show": ["box": "M", "sku": "WATER-5L", "qty_left": 2, "counted": 1],
        ])
        let screen = text(PromptScreen(title: "PACK", prompt: prompt, ink: "#"))
        #expect(screen.contains("KEY QUANTITY\n###\n  #\n###\n#\n###\n"))
        #expect(screen.contains("counted 1"))
    }

    @Test func `what there is no room for is told by an ellipsis, the choices and commands stay`() throws {
        let places = (1...9).map {
            JSONValue.string("\($0): right of A-THING, in front of ANOTHER-THING, on the floor")
        }
        let prompt = try Prompt(sent: [
            "step": 5, "expect": "item", "say": "", "choices": ["yes", "no"],
            "show": ["box": "M", "sku": "A", "qty_left": 9, "where": .array(places)],
        ])
        let refusal = LineError(
            code: 1, message: String(repeating: "a long story ", count: 30), data: ["kind": "does_not_fit"])
        let lines = PromptScreen(title: "PACK", prompt: prompt, refusal: refusal, commands: ["*UNDO"]).lines
        #expect(lines.count == 24 && lines[22].text == "*UNDO" && lines[21].text.hasSuffix("…"))
        #expect(lines[5].text.trimmingTrailingSpaces.hasSuffix("…") && lines[5].ink == .red)
        #expect(lines.contains { $0.text == "key no" })
    }

    @Test(arguments: [("box", "TAKE BOX"), ("yes_no", "YES OR NO?")])
    func `what the order asks of the packer stands below the box and the close`(
        expect: String, verb: String
    ) throws {
        let prompt = try Prompt(sent: [
            "step": 1, "expect": .string(expect), "say": "Take box L",
            "choices": expect == "box" ? [] : ["yes", "no"],
            "show": [
                "order_id": "ORD-1", "parcel": 7, "number": 1, "parcels": 2, "done": 0, "of": 3, "box": "L",
                "totes": ["T-1", "T-2"], "gift": true,
                "documents": ["invoice in the outer pocket", "return slip"],
                "notes": "Wrap the bottles one by one and lay the card on top.",
            ],
        ])
        let screen = PromptScreen(title: "PACK", prompt: prompt, ink: "#", commands: ["*UNDO", "*FULL"])
        #expect(text(screen).contains(verb))
        #expect(
            text(screen).contains(
                """
                gift    no prices go into the parcel
                lay in  invoice in the outer pocket
                        return slip
                notes   Wrap the bottles one by one and
                        lay the card on top.
                """), "\(text(screen))")
        #expect(screen.lines.count == PromptScreen.rows)
    }

    @Test func `a long note leaves the instruction, the choices and the commands where they are`() throws {
        let note = String(repeating: "Mind the glass, it is thin. ", count: 35)
        let prompt = try Prompt(sent: [
            "step": 1, "expect": "yes_no", "say": "Close the parcel?", "choices": ["yes", "no"],
            "show": ["order_id": "ORD-1", "box": "L", "notes": .string(note)],
        ])
        let lines = PromptScreen(title: "PACK", prompt: prompt, commands: ["*UNDO"]).lines.map(\.text)
        #expect(lines.count == 24 && lines[2] == "YES OR NO?" && lines.contains("Close the parcel?"))
        #expect(lines.contains("1  yes") && lines.contains("2  no"))
        #expect(lines[21].hasSuffix("…") && lines[22] == "*UNDO")
    }

    @Test func `notes and documents are shown as every text for the worker`() throws {
        let prompt = try Prompt(sent: [
            "expect": "box", "show": ["notes": "a\nb", "documents": ["c\nd"]],
        ])
        let shown = prompt.mapTexts { $0.replacing("\n", with: " ") }.show
        #expect(shown.notes == "a b" && shown.documents == ["c d"])
    }

    @Test(arguments: Domain.Expectation.allCases)
    func `every screen has 24 rows of at most 40 columns`(expect: Domain.Expectation) throws {
        let long = String(repeating: "very long words 很长的词 ", count: 20)
        let id = JSONValue.string(String(repeating: "LONG-ID-", count: 8))
        let prompt = try Prompt(sent: [
            "step": 1, "expect": .string(expect.rawValue), "say": .string(long),
            "show": [
                "sku": id, "name": .string(long), "printed": .string(long), "bin": id, "qty": 12,
                "box": id, "station": id, "cart": id, "tote": id, "where": [.string(long)],
            ],
            "choices": .array((1...12).map { .string("choice \($0) \(long)") }),
        ])
        let refusal = LineError(
            code: 1, message: long, data: ["expected": .string(long), "scanned": .string(long)])
        let screen = PromptScreen(
            title: long, prompt: prompt, refusal: refusal, commands: ["*SKIP", "*SHORT"])
        #expect(screen.lines.count == 24)
        #expect(screen.lines.allSatisfy { $0.text.columns <= 40 })
        #expect(screen.lines.last?.text == "> ")
    }

    @Test func `the reasons that *WHY asked for stand below the facts`() throws {
        let prompt = try Prompt(sent: [
            "step": 2, "expect": "bin", "say": "B-3-12",
            "show": [
                "bin": "B-3-12", "order_id": "ORD-1",
                "why": ["tour 1 walks 40.0 m from DEPOT to PACK-1", "for order ORD-1, priority 80"],
            ],
        ])
        #expect(
            text(PromptScreen(title: "PICK P1", prompt: prompt)).contains(
                """
                order   ORD-1
                why     tour 1 walks 40.0 m from DEPOT
                        to PACK-1
                        for order ORD-1, priority 80
                """))
    }

    @Test(arguments: [
        ("put_back", "tote", "PUT BACK: SCAN TOTE"), ("put_back", "bin", "PUT BACK: GO TO BIN"),
        ("put_back", "item", "PUT BACK"), ("put_back", "quantity", "PUT BACK: KEY QUANTITY"),
        ("count", "bin", "COUNT: GO TO BIN"), ("count", "item", "COUNT"),
        ("unpack", "tote", "UNPACK: SCAN TOTE"),
    ])
    func `other work than picking and packing is named`(kind: String, expect: String, verb: String) throws {
        let prompt = try Prompt(sent: [
            "step": 1, "expect": .string(expect), "say": "T-4",
            "show": [
                "kind": .string(kind), "tour": 3, "done": 0, "of": 2, "order_id": "ORD-2", "tote": "T-4",
                "qty": 1,
            ],
        ])
        let lines = text(PromptScreen(title: "PUT BACK maria", prompt: prompt)).split(separator: "\n")
        #expect(lines[0].hasSuffix("task 1 of 2") && lines[1] == verb)
        #expect(!lines.contains { $0.hasPrefix("take") })
        if kind == "put_back", expect == "bin" { #expect(lines.contains("put     1")) }
    }

    @Test func `a tour that is done says so`() throws {
        let done = try Prompt(sent: ["step": 7, "expect": "none", "say": "62 m.", "beep": "done"])
        #expect(text(PromptScreen(title: "PICK P1", prompt: done)).contains(" PICK P1\n\nDONE\n\n62 m."))
    }
}
