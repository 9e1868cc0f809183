import Common
import Testing
import WarehouseLayout

/// Whatever happens to a file, it is read or refused with faults that say where.
@Suite struct MutationTests {
    private static let examples = ["wh-ny", "wh-nj", "wh-oh"]
    private static let tokens = [
        "..", "-1", "0", "99999999999999999999", "1e9", "~", "null", "true", "*blocks", "&x", "[", "]", "{",
        "}", ": ",
        "\n", "  ", "- ", "\"", "'", "#", "|", ">", "?", "!", "%", "@", "\t", "\u{0}", "é", "ß", "🦊", "..Z",
        "A..ZZZZ",
        "one_way: up", "from: FRONT", "x: [0, 0]", "-0.0005", "9223372036854775807", "<<: *blocks",
        "closed: [A/FRONT]",
    ]

    @Test(arguments: seeds) func noMutationCrashesTheReader(seed: UInt64) throws {
        var random = SplitMix64(seed: seed &+ 77)
        let text = try exampleText(Self.examples[Int(seed % 3)])
        for _ in 0..<6 {
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for _ in 0..<random.next(in: 1...5) { mutate(&lines, &random) }
            check(lines.joined(separator: "\n"))
        }
    }

    private func mutate(_ lines: inout [String], _ random: inout SplitMix64) {
        let index = random.next(in: 0...lines.count - 1)
        var letters = Array(lines[index])
        let place = random.next(in: 0...letters.count)
        switch random.next(in: 0...6) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[random.next(in: 0...lines.count - 1)], at: index)
        case 2: lines.swapAt(index, random.next(in: 0...lines.count - 1))
        case 3: letters.insert(contentsOf: random.element(of: Self.tokens), at: place)
        case 4: letters = Array(letters[..<place])
        case 5: if place < letters.count { letters.remove(at: place) }
        default:
            letters = letters.map {
                $0.isNumber && random.chance(percent: 30) ? Character(String(random.next(in: 0...9))) : $0
            }
        }
        if lines.isEmpty { lines = [""] }
        if index < lines.count, !letters.isEmpty { lines[index] = String(letters) }
    }

    private func check(_ yaml: String) {
        do {
            let layout = try Layout(yaml: yaml, file: "m.yaml")
            for bin in layout.bins where layout.bin(bin.address.text)?.address != bin.address {
                Issue.record("\(bin.address) is not found by its own address in\n\(yaml)")
            }
        } catch {
            if error.faults.isEmpty || error.faults.contains(where: { $0.line < 1 || $0.message.isEmpty }) {
                Issue.record("\(error.faults) for\n\(yaml)")
            }
        }
    }
}
