import Common

@testable import Labels

/// Element strings from a seed, each allowed by its AI's rules.
enum ElementStrings {
    /// One to five, no AI twice.
    static func random(_ random: inout SplitMix64) -> [ElementString] {
        var found: [ElementString] = []
        for _ in 0...random.next(below: 5) {
            let identifier = ApplicationIdentifier.table[
                random.next(below: ApplicationIdentifier.table.count)]
            let code =
                identifier.code.last == "n"
                ? identifier.code.dropLast() + String(random.next(below: 6)) : identifier.code
            guard !found.contains(where: { $0.ai == code }),
                let element = try? ElementString(ai: code, value: value(of: identifier, &random))
            else { continue }
            found.append(element)
        }
        return found
    }

    static func value(of identifier: ApplicationIdentifier, _ random: inout SplitMix64) -> String {
        identifier.parts.map { part in
            let count = part.length.lowerBound + random.next(below: part.length.count)
            switch part.check {
            case .none: return String((0..<count).map { _ in character(part.content, &random) })
            case .modulo10:
                let digits = String((1..<count).map { _ in character(.digits, &random) })
                return digits + String(checkDigit(digits))
            case .date where count == 0, .day where count == 0, .time where count == 0: return ""
            case .date:
                return two(random.next(below: 100)) + two(1 + random.next(below: 12))
                    + two(random.next(below: 29))
            case .day:
                return two(random.next(below: 100)) + two(1 + random.next(below: 12))
                    + two(1 + random.next(below: 28))
            case .time: return two(random.next(below: 24)) + two(random.next(below: 60))
            }
        }.joined()
    }

    private static func character(
        _ content: ApplicationIdentifier.Part.Content, _ random: inout SplitMix64
    ) -> Character {
        let digits = "0123456789"
        let signs: [Character] =
            switch content {
            case .digits: Array(digits)
            case .characters: Array(digits + "ABCXYZabcxyz!\"%&'()*+,-./:;=?_")
            // The sign # of set 39 is what some scanners type for FNC1.
            case .capitals: Array(digits + "ABCXYZ-/")
            }
        return signs[random.next(below: signs.count)]
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    /// Worked out from the left with the weights of GS1's own table, in which the last digit before it has 3.
    static func checkDigit(_ digits: String) -> Int {
        let sum = digits.enumerated().reduce(0) { sum, entry in
            sum + (entry.element.wholeNumberValue ?? 0) * ((digits.count - entry.offset) % 2 == 1 ? 3 : 1)
        }
        return (10 - sum % 10) % 10
    }

    /// As a symbol carries them: a separator behind every value but the last whose length is not known in advance.
    static func scan(_ elements: [ElementString], separator: String = "\u{1D}") -> String {
        // General Specifications, figure 7.8.5-2, by the AI's first two digits.
        let predefined = [
            "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "31",
            "32", "33", "34", "35", "36", "41",
        ]
        return elements.enumerated().map { index, element in
            let isOpen = index < elements.count - 1 && !predefined.contains(String(element.ai.prefix(2)))
            return element.ai + element.value + (isOpen ? separator : "")
        }.joined()
    }
}
