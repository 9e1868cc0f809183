import Common
import JSON
import LineProtocol
import Testing

@testable import Operations

/// No line, however broken, does anything but give a call or a fault that can be answered on one line; and what was
/// read as a call is written and read again the same.
@Suite struct CallFuzzTests {
    static let sound: [String] = [
        #"{"jsonrpc":"2.0","id":1,"method":"order.get","params":{"order_id":"O-1"}}"#,
        #"{"jsonrpc":"2.0","id":"x","method":"stock.receive","params":{"bin":"B-1","sku":"A","qty":2,"expiry":"2026-02-28","command_id":"c-1"}}"#,
        #"order.allocate order.items.0.sku="A b" order.items.0.qty=2 order.plan.warehouse=WH-NY"#,
        "tour.scan session=7 step=12 code='00123' command_id=h07-812",
        #"sku.upsert A size_mm=1,2,3 weight_g=5 units='[{"unit":"case","qty":6}]'"#,
    ]

    @Test(arguments: 0..<UInt64(scaledSeeds(300)))
    func brokenLinesAreAnswered(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<20 {
            let line = mutated(Self.sound.randomElement(using: &random) ?? "", using: &random)
            guard let answer = try answer(to: line) else { continue }
            #expect(
                answer.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1
                    && answer.utf8.last == UInt8(ascii: "\n"))
            let json = try JSONValue(parsing: answer)
            #expect(json["jsonrpc"] == "2.0")
        }
    }

    /// Nil where the line asks for nothing.
    private func answer(to line: [UInt8]) throws -> String? {
        let request: Request
        let call: Call
        do throws(RequestFault) {
            guard let read = try Request(line: line) else { return nil }
            request = read
            call = try Call(read, by: [.lead])
        } catch {
            return Answer.failure(error.id, error.error)
        }
        var faults: [ParamFault] = []
        let again = call.method.read(call.operation.json, &faults)
        #expect(faults.isEmpty && again.json == call.operation.json)
        return Answer.success(request.id, result: "{}")
    }

    private func mutated(_ text: String, using random: inout SplitMix64) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<max(1, bytes.count), using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where !bytes.isEmpty: bytes.remove(at: place)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: min(place, bytes.count))
            case 2 where !bytes.isEmpty:
                bytes[place] = Array("{}[]\",:='.\\0 ".utf8).randomElement(using: &random) ?? 0
            case 3 where !bytes.isEmpty: bytes.insert(contentsOf: bytes[place...], at: place)
            default: bytes.removeLast(min(bytes.count, Int.random(in: 0...4, using: &random)))
            }
        }
        return bytes.filter { $0 != UInt8(ascii: "\n") }
    }
}
