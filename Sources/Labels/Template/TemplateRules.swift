/// What must hold between the elements of a template, once each of them is well formed.
struct TemplateRules {
    let label: Place
    let log: FaultLog

    func check(_ elements: [Element]) {
        for element in elements { checkInside(element) }
        checkSSCC(elements)
    }

    /// The next scanner looks for the SSCC at the bottom, and a reprint must be told from the first label.
    private func checkSSCC(_ elements: [Element]) {
        let barcodes = elements.filter { if case .barcode = $0.content { true } else { false } }
        guard let sscc = barcodes.first(where: \.isLinearSSCC) else { return }
        for other in barcodes where other.place.bottomMM > sscc.place.bottomMM {
            log.note(line: other.line, column: other.column, "\(other.name) stands lower than the SSCC; no symbol may")
        }
        let showsCopy = elements.contains { element in
            if case .text(let text) = element.content { text.text.keys.contains { $0.names == ["copy"] } } else { false }
        }
        if !showsCopy {
            log.note(
                line: sscc.line, column: sscc.column,
                "a label with an SSCC must tell its reprints; add a text \"COPY {{copy}}\" with if: copy")
        }
    }

    private func checkInside(_ element: Element) {
        let place = element.place
        if place.rightMM > label.widthMM + 0.01 || place.bottomMM > label.heightMM + 0.01 {
            log.note(
                line: element.line, column: element.column,
                "\(element.name) ends at \(trimmed(place.rightMM)), \(trimmed(place.bottomMM)) mm, off the label of "
                    + "\(trimmed(label.widthMM)) × \(trimmed(label.heightMM)) mm")
        }
    }
}

extension Element {
    /// Whether it is a GS1-128 that holds an SSCC.
    fileprivate var isLinearSSCC: Bool {
        guard case .barcode(let content) = content, content.symbology == .gs1_128,
            case .elementStrings(let pairs) = content.value
        else { return false }
        return pairs.contains { $0.ai == "00" }
    }
}
