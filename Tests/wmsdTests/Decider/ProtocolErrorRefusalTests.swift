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

    @Test func onlyTheDiskAsksForARetry() {
        #expect(ProtocolError(.diskFull).json["data"]?["retry"] == true)
        #expect(ProtocolError(.unknownSKU("A")).json["data"]?["retry"] == nil)
    }
}
