/// What must hold between the elements of a template, once each of them is well formed.
struct TemplateRules {
    let label: Place
    let log: FaultLog

    func check(_ elements: [Element]) {
        for element in elements { checkInside(element) }
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
