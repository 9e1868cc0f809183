/// Rules between element strings: within one symbol, and over all symbols of one unit.
enum GS1Rules {
    /// Pairs that may not stand on the same unit (General Specifications, section 4.13.1).
    static let conflicts = [("01", "02"), ("01", "37"), ("420", "421")]

    /// Checks one symbol by itself.
    static func checkSymbol(_ elements: [ElementString], _ symbology: Symbology) throws(GS1Fault) {
        for (index, element) in elements.enumerated()
        where elements[..<index].contains(where: { $0.ai == element.ai }) {
            throw .doubled(ai: element.ai)
        }
        guard symbology == .gs1_128 else { return }
        let count = characterCount(elements)
        if count > SymbolSpecification.gs1_128CharactersMax {
            throw .tooLong(characters: count, most: SymbolSpecification.gs1_128CharactersMax)
        }
    }

    /// The AIs, values and separators of a symbol; the last value needs no separator.
    static func characterCount(_ elements: [ElementString]) -> Int {
        let separators = elements.dropLast().count { $0.needsSeparator }
        return elements.reduce(separators) { $0 + $1.ai.utf8.count + $1.value.utf8.count }
    }

    /// Checks all element strings of one unit together: what needs a companion may find it in another symbol.
    static func checkUnit(_ elements: [ElementString]) throws(GS1Fault) {
        let present = Set(elements.map(\.ai))
        for element in elements {
            if elements.contains(where: { $0.ai == element.ai && $0.value != element.value }) {
                throw .doubled(ai: element.ai)
            }
            let groups = ApplicationIdentifier.named(element.ai)?.requires ?? []
            if !groups.isEmpty, !groups.contains(where: { $0.allSatisfy(present.contains) }) {
                throw .missingCompanion(ai: element.ai, oneOf: groups)
            }
        }
        for (one, other) in conflicts where present.contains(one) && present.contains(other) {
            throw .conflict(ai: one, with: other)
        }
    }
}
