import Common
import Testing

@testable import Labels

/// A template is written by hand: whatever stands in it is loaded or refused, and never stops the program.
@Suite struct BrokenTemplatesTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func aSpoiltTemplateIsLoadedOrItsFaultsAreTold(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let renderer = LabelRenderer()
        for name in ShippedTemplates.names {
            let text = try ShippedTemplates.text(name)
            for _ in 0..<5 {
                let yaml = spoilt(text, &random)
                do throws(LabelError) {
                    let template = try LabelTemplate(yaml: yaml, file: "t.yaml")
                    _ = try renderer.bitmap(template, data: ShippedTemplates.data(name), dpi: .d203)
                } catch {
                    guard case .templateFaults(let faults) = error else { continue }
                    #expect(!faults.isEmpty)
                    #expect(faults.allSatisfy { $0.line >= 1 && $0.column >= 1 && !$0.message.isEmpty })
                }
            }
        }
    }

    /// One to three slips: a sign lost, doubled or mistyped, a line lost or doubled, a number changed.
    private func spoilt(_ text: String, _ random: inout SplitMix64) -> String {
        var text = Array(text)
        let typed = Array("{}[]\"':,- 0123456789.\n#&*!|abexyz{{}}é中\t")
        for _ in 0...random.next(below: 3) {
            let at = random.next(below: text.count)
            switch random.next(below: 5) {
            case 0: text.remove(at: at)
            case 1: text.insert(text[at], at: at)
            case 2: text[at] = typed[random.next(below: typed.count)]
            case 3:
                let end = text[at...].firstIndex(of: "\n") ?? text.endIndex
                text.removeSubrange(at..<end)
            default:
                let digits = text.indices.filter { text[$0].isNumber }
                if !digits.isEmpty {
                    text[digits[random.next(below: digits.count)]] = typed[15 + random.next(below: 10)]
                }
            }
        }
        return String(text)
    }
}
