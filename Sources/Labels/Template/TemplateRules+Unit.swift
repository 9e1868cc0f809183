extension TemplateRules {
    /// Rules over all symbols of the unit that the label stands on.
    func checkUnit(_ placed: [PlacedElement]) {
        let barcodes = placed.filter { $0.barcode != nil }
        checkCompanions(barcodes.filter { !$0.ais.isEmpty })
        checkSSCC(barcodes, in: placed)
    }

    private func checkCompanions(_ barcodes: [PlacedElement]) {
        let all = barcodes.flatMap(\.ais)
        noteOnce(
            barcodes.enumerated().compactMap { index, item in
                let lonely = item.ais.lazy.compactMap { ai -> GS1Fault? in
                    let identifier = ApplicationIdentifier.named(ai)
                    return GS1Rules.hasCompanions(identifier, among: all)
                        ? nil : .missingCompanion(ai: ai, oneOf: identifier?.requires ?? [])
                }
                // Of two symbols the later one is reported.
                let others = barcodes[...index].filter { !$0.excludes(item) }.flatMap(\.ais)
                let conflict = item.ais.lazy.compactMap { ai -> GS1Fault? in
                    GS1Rules.conflict(of: ai, among: others).map { .conflict(ai: ai, with: $0) }
                }
                guard let fault = conflict.first ?? lonely.first else { return nil }
                return (item.element, "\(item.element.name): \(fault)")
            })
    }

    /// The next scanner finds the SSCC at the bottom, and a reprint must be distinguished from the first label.
    private func checkSSCC(_ barcodes: [PlacedElement], in placed: [PlacedElement]) {
        guard
            let sscc = barcodes.first(where: { $0.barcode?.symbology == .gs1Code128 && $0.ais.contains("00") }
            )
        else { return }
        noteOnce(
            barcodes.filter { $0.place.bottomMM > sscc.place.bottomMM }.map {
                ($0.element, "\($0.element.name) stands lower than the SSCC; no symbol may")
            })
        let showsCopy = placed.contains { item in
            if case .text(let text) = item.element.content {
                text.text.keys.contains { $0.names == ["copy"] }
            } else {
                false
            }
        }
        if !showsCopy {
            noteOnce([
                (
                    sscc.element,
                    "a label with an SSCC must mark its reprints; add a text \"COPY {{copy}}\" with if: copy"
                )
            ])
        }
    }
}

extension PlacedElement {
    /// The application identifiers that its symbol holds.
    fileprivate var ais: [String] {
        guard case .elementStrings(let pairs) = barcode?.value else { return [] }
        return pairs.map(\.ai)
    }
}
