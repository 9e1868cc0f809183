/// Rules between element strings: within one symbol, and over all symbols of one unit.
enum GS1Rules {
    /// Pairs that may not stand on the same unit (General Specifications, section 4.13.1); `n` is any digit.
    private static let conflicts = [
        ("01", "02"), ("01", "03"), ("01", "37"), ("01", "255"), ("02", "03"), ("03", "37"), ("03", "235"),
        ("21", "235"),
        ("255", "02"), ("255", "415"), ("255", "8006"), ("255", "8020"), ("255", "8026"), ("390n", "391n"),
        ("390n", "394n"), ("390n", "8111"), ("392n", "393n"), ("394n", "8111"), ("395n", "392n"),
        ("395n", "393n"), ("395n", "8005"), ("420", "421"), ("421", "4307"), ("422", "426"), ("423", "426"),
        ("424", "426"), ("425", "426"), ("4330", "4331"), ("4332", "4333"), ("8006", "01"), ("8006", "37"),
        ("8017", "8018"), ("8026", "02"), ("8026", "8006"),
    ]

    /// Which of `others` may not stand beside `ai` on one unit: the other of a pair, or another member of its
    /// family, since a unit has one net weight however many decimals it is given with.
    static func conflict(of ai: String, among others: some Sequence<String>) -> String? {
        let family = ApplicationIdentifier.named(ai)?.code
        return others.first { other in
            if other == ai { return false }
            if let family, ApplicationIdentifier.isMeant(other, by: family) { return true }
            return conflicts.contains { one, two in
                ApplicationIdentifier.isMeant(ai, by: one) && ApplicationIdentifier.isMeant(other, by: two)
                    || ApplicationIdentifier.isMeant(ai, by: two)
                        && ApplicationIdentifier.isMeant(other, by: one)
            }
        }
    }

    /// Whether what gives an AI its meaning is among `present`.
    static func hasCompanions(_ identifier: ApplicationIdentifier?, among present: some Sequence<String>)
        -> Bool
    {
        let groups = identifier?.requires ?? []
        return groups.isEmpty
            || groups.contains { group in
                group.allSatisfy { pattern in
                    present.contains { ApplicationIdentifier.isMeant($0, by: pattern) }
                }
            }
    }

    /// Checks one symbol by itself.
    static func checkSymbol(_ elements: [ElementString], _ symbology: Symbology) throws(GS1Fault) {
        for (index, element) in elements.enumerated()
        where elements[..<index].contains(where: { $0.ai == element.ai }) {
            throw .doubled(ai: element.ai)
        }
        guard symbology == .gs1Code128 else { return }
        try checkLength(elements.map { ($0.ai, $0.value) })
    }

    /// Whether a GS1-128 can hold so much: AIs, values and separators, of which the last value needs none.
    static func checkLength(_ pairs: [(ai: String, value: String)]) throws(GS1Fault) {
        let count = characterCount(pairs)
        if count > SymbolSpecification.gs1Code128CharactersMax {
            throw .tooLong(characters: count, most: SymbolSpecification.gs1Code128CharactersMax)
        }
    }

    static func characterCount(_ pairs: [(ai: String, value: String)]) -> Int {
        let separators = pairs.dropLast().count {
            ApplicationIdentifier.named($0.ai)?.hasPredefinedLength != true
        }
        return pairs.reduce(separators) { $0 + $1.ai.utf8.count + $1.value.utf8.count }
    }

    /// Checks all element strings of one unit together: what needs a companion may find it in another symbol.
    static func checkUnit(_ elements: [ElementString]) throws(GS1Fault) {
        let present = elements.map(\.ai)
        for element in elements {
            if elements.contains(where: { $0.ai == element.ai && $0.value != element.value }) {
                throw .doubled(ai: element.ai)
            }
            let identifier = ApplicationIdentifier.named(element.ai)
            if !hasCompanions(identifier, among: present) {
                throw .missingCompanion(ai: element.ai, oneOf: identifier?.requires ?? [])
            }
        }
        for ai in present {
            if let other = conflict(of: ai, among: present) { throw .conflict(ai: ai, with: other) }
        }
    }
}
