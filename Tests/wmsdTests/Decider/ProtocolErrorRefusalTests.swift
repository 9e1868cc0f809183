import Domain
import Fulfillment
import JSON
import LineProtocol
import Testing

@testable import wmsd

@Suite struct ProtocolErrorRefusalTests {
    @Test func aWrongScanSaysWhatWasExpectedAndWhatWasScanned() {
        let error = ProtocolError(
            .wrongBin(expected: "B-3-12", scanned: "B-3-11", scannedIs: "bin, holds TEA-250G"))
        #expect(error.kind == .wrongBin)
        #expect(
            error.details == ["expected": "B-3-12", "scanned": "B-3-11", "scanned_is": "bin, holds TEA-250G"])
        #expect(error.message == "expected bin B-3-12, scanned B-3-11 (bin, holds TEA-250G)")
    }

    @Test func aRefusedScanCarriesThePromptThatStillStands() {
        let error = ProtocolError(
            .atPrompt(.tooMany(expected: 2, given: 3, of: "WATER-5L"), prompt: ["step": 4]))
        #expect(error.kind == .tooMany)
        #expect(error.details["prompt"] == ["step": 4])
        #expect(error.details["given"] == 3)
    }

    @Test("At a prompt a person reads what others did, and no names of params")
    func atAPrompt() {
        let told: JSONValue = ["step": 5, "show": ["notice": "Order O-1 is cancelled"]]
        let stale = Refusal.staleStep(current: 5, given: 4)
        #expect(
            ProtocolError(.atPrompt(stale, prompt: told)).message
                == "Order O-1 is cancelled; this scan was not taken")
        #expect(
            ProtocolError(.atPrompt(stale, prompt: ["step": 5])).message
                == "step 4 is over: what is asked now is step 5")
        let noWeight = Refusal.badParams(param: "code", problem: "\"x\" is not a weight")
        let error = ProtocolError(.atPrompt(noWeight, prompt: ["step": 5]))
        #expect(error.message == "\"x\" is not a weight" && error.details["param"] == "code")
    }

    @Test("States are told as a person says them, and kept as they are for programs")
    func states() {
        let error = ProtocolError(.wrongState(thing: "tote T-1", state: "put_back", wanted: "free or at_station"))
        #expect(error.message == "tote T-1 is put back; for this it must be free or at station")
        #expect(error.details["state"] == "put_back")
        let here = ProtocolError(.notHere(place: "bind", hint: "say *SKIP at a bin"))
        #expect(here.message == "say *SKIP at a bin" && here.kind == .wrongState)
        #expect(here.details["state"] == "bind")
    }

    @Test func allThatIsWrongIsToldAtOnce() {
        let short = ["A", "B"].map { Refusal.stockShort(sku: $0, wanted: 3, available: 1, hint: "") }
        let error = ProtocolError(.several(short[0], [short[1]]))
        #expect(error.kind == .stockShort)
        #expect(error.details["sku"] == "A")
        let faults = error.details["faults"]?.array ?? []
        #expect(faults.map { $0["sku"] } == ["A", "B"])
        #expect(faults.map { $0["kind"] } == ["stock_short", "stock_short"])
        let messages = faults.compactMap { $0["message"]?.string }
        #expect(error.message == messages.joined(separator: "; "))
        #expect(messages.last == ProtocolError(short[1]).message)
    }

    @Test("A thousand faults are a line that somebody reads, and a list that fits an answer")
    func aThousandFaults() {
        let short = (0..<1_000).map {
            Refusal.stockShort(sku: "SKU-\($0)", wanted: 3, available: 1, hint: "receive stock")
        }
        let error = ProtocolError(.several(short[0], Array(short[1...])))
        #expect(error.message.utf8.count < 1_000 && error.message.hasSuffix("; and 995 more"))
        #expect(error.details["faults"]?.array?.count == 200)
        #expect(error.json.description.utf8.count < WireLimits.lineBytesMax)
    }

    @Test("Of unknown SKUs the message names twenty and counts the rest; the details have all, in a line")
    func unknownSKUs() {
        let few = ProtocolError(.unknownSKUs((1...20).map { "S\($0)" }))
        #expect(few.message.hasSuffix("S19, S20"))
        let longest = (0..<Limits.orderLinesMax).map {
            String(repeating: "\"", count: Limits.idBytesMax - 4) + String($0 + 1_000)
        }
        let many = ProtocolError(.unknownSKUs(longest))
        #expect(many.message.hasPrefix("there are no SKUs \(longest[0]), \(longest[1]), "))
        #expect(many.message.hasSuffix("\(longest[19]) and 980 more"))
        #expect(many.details["sku"] == .string(longest[0]))
        #expect(many.details["skus"]?.array?.compactMap(\.string) == longest)
        #expect(many.json.description.utf8.count < WireLimits.lineBytesMax)
    }

    @Test func onlyTheDiskAsksForARetry() {
        #expect(ProtocolError(.diskFull).json["data"]?["retry"] == true)
        #expect(ProtocolError(.unknownSKU("A")).json["data"]?["retry"] == nil)
    }
}
