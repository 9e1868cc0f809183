import Testing

@testable import Labels

@Suite struct GS1RulesTests {
    private static let values = [
        "00": "106141411234567897", "01": "09506000134352", "02": "09506000134352", "10": "LOT7",
        "11": "260501", "15": "260501", "17": "261231", "21": "7", "30": "3", "37": "12",
        "3103": "001250", "3102": "000125", "3302": "001250", "400": "PO-1", "403": "R1", "420": "10115",
        "421": "27610115", "03": "09506000134352", "8006": "095060001343520102", "235": "TPX1", "250": "S2",
        "3922": "1250", "3932": "9781250", "4307": "DE",
    ]

    private func elements(_ ais: [String]) throws -> [ElementString] {
        try ais.map { try ElementString(ai: $0, value: Self.values[$0] ?? "") }
    }

    @Test(arguments: [
        ["00"], ["01", "10", "17"], ["00", "02", "37"], ["00", "02", "37", "10", "15"], ["01", "21"],
        ["01", "3103"], ["00", "3302"], ["00", "403"], ["00", "420"], ["400"], ["03", "21"], ["8006", "21"],
        ["03", "17"],
        ["8006", "10"], ["01", "21", "250"], ["01", "3103", "3922"], ["00", "02", "37", "3102"],
    ])
    func acceptsWhatBelongsTogether(_ ais: [String]) throws {
        try GS1Rules.checkUnit(elements(ais))
    }

    @Test(arguments: [
        ["02"], ["02", "37"], ["00", "02"], ["37"], ["00", "37"], ["10"], ["11"], ["15"], ["17"], ["21"],
        ["00", "21"], ["30"], ["3103"], ["00", "3103"], ["3302"], ["403"], ["01", "250"], ["01", "3922"],
    ])
    func anAIWithoutItsCompanionIsRefused(_ ais: [String]) throws {
        let unit = try elements(ais)
        let fault = #expect(throws: GS1Fault.self) { try GS1Rules.checkUnit(unit) }
        guard case .missingCompanion = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test(arguments: [
        ["00", "01", "02", "37"], ["00", "420", "421"], ["01", "3102", "3103"], ["01", "21", "235"],
        ["01", "30", "3922", "3932"], ["01", "8006"], ["00", "421", "4307"], ["01", "03"],
    ])
    func whatExcludesEachOtherIsRefused(_ ais: [String]) throws {
        let unit = try elements(ais)
        let fault = #expect(throws: GS1Fault.self) { try GS1Rules.checkUnit(unit) }
        guard case .conflict = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test func oneUnitHasOneValueOfAnAI() throws {
        let unit = [
            try ElementString(ai: "01", value: "09506000134352"), try ElementString(ai: "10", value: "A"),
            try ElementString(ai: "10", value: "B"),
        ]
        #expect(throws: GS1Fault.doubled(ai: "10")) { try GS1Rules.checkUnit(unit) }
    }

    @Test func aGS1_128HoldsFortyEightCharacters() throws {
        let fits = [
            try ElementString(ai: "01", value: "09506000134352"),
            try ElementString(ai: "10", value: String(repeating: "A", count: 20)),
            try ElementString(ai: "21", value: "1234567"),
        ]
        #expect(GS1Rules.characterCount(fits.map { ($0.ai, $0.value) }) == 16 + 22 + 1 + 9)
        try GS1Rules.checkSymbol(fits, .gs1Code128)
        let long = fits.dropLast() + [try ElementString(ai: "21", value: "12345678")]
        #expect(throws: GS1Fault.tooLong(characters: 49, most: 48)) {
            try GS1Rules.checkSymbol(Array(long), .gs1Code128)
        }
        try GS1Rules.checkSymbol(Array(long), .gs1DataMatrix)
    }
}
