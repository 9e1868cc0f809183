/// What must hold between the elements of a template, once each of them is well formed.
struct TemplateRules {
    let name: String
    let label: Place
    /// The keys of the data that the template declares; nil where it declares none.
    let fields: [DeclaredField]?
    let log: FaultLog

    /// A label full of type at its smallest has fewer; rows within rows could ask for millions.
    private static let elementsMax = 4_000

    func check(_ elements: [Element]) {
        let count = PlacedElement.count(of: elements)
        guard count <= Self.elementsMax else {
            log.note(
                line: 1, column: 1,
                "the label can hold \(count) elements, its rows counted; at most \(Self.elementsMax) are allowed"
            )
            return
        }
        let placed = PlacedElement.all(of: elements)
        checkInside(placed)
        checkQuietZones(placed)
        let trial = TrialPrint(template: name, label: label)
        checkSymbols(placed.filter { $0.barcode != nil }, trial)
        checkTexts(placed, trial)
        checkUnit(placed.filter { $0.rows == .none })
        if let fields { FieldUse(declared: fields.map(\.path), log: log).check(elements) }
    }

    /// Notes a fault of each element once, however many rows have it.
    func noteOnce(_ found: [(element: Element, message: String)]) {
        var seen: Set<[Int]> = []
        for (element, message) in found where seen.insert([element.line, element.column]).inserted {
            log.note(line: element.line, column: element.column, message)
        }
    }

    /// Words that are the same on every label are set on every print head.
    private func checkTexts(_ placed: [PlacedElement], _ trial: TrialPrint) {
        noteOnce(
            placed.once.compactMap { item in
                guard case .text(let content) = item.element.content, content.text.isConstant,
                    let fault = trial.refusal(of: item)
                else { return nil }
                return (item.element, "\(item.element.name): \(fault)")
            })
    }

    private func checkInside(_ placed: [PlacedElement]) {
        noteOnce(
            placed.compactMap { item in
                let place = item.place
                guard place.rightMM > label.widthMM + 0.01 || place.bottomMM > label.heightMM + 0.01 else {
                    return nil
                }
                return (
                    item.element,
                    "\(item.element.name) ends at \(trimmed(place.rightMM)), \(trimmed(place.bottomMM)) mm, off the label of "
                        + "\(trimmed(label.widthMM)) × \(trimmed(label.heightMM)) mm"
                )
            })
    }

    /// A barcode's place holds its quiet zones, so nothing else may stand in it.
    private func checkQuietZones(_ placed: [PlacedElement]) {
        let barcodes = placed.indices.filter { placed[$0].barcode != nil }
        noteOnce(
            barcodes.flatMap { barcode in
                placed.indices.compactMap { other -> (element: Element, message: String)? in
                    // Of two barcodes the later one is reported.
                    if other == barcode || barcodes.contains(other) && other < barcode { return nil }
                    let (symbol, item) = (placed[barcode], placed[other])
                    guard item.ink.contains(where: symbol.place.overlaps), !item.excludes(symbol) else {
                        return nil
                    }
                    return (
                        item.element,
                        "\(item.element.name) stands in the place of \(symbol.element.name), where its quiet zone is; "
                            + "move one of them"
                    )
                }
            })
    }
}
