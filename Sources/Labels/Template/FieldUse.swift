/// Checks that a template uses no key of the data that it does not declare in `fields`.
struct FieldUse {
    let declared: [DataPath]
    let log: FaultLog

    /// Every key that the elements name, rows' own keys too.
    static func keys(of elements: [Element]) -> [DataPath] {
        elements.flatMap { element in
            let own: [DataPath] =
                switch element.content {
                case .text(let content): content.text.keys
                case .barcode(let content): content.keys
                case .group(let members): keys(of: members)
                case .repeated(let repetition):
                    [repetition.list] + keys(of: repetition.elements + repetition.rest)
                case .line, .box, .image: []
                }
            return (element.condition?.keys ?? []) + own
        }
    }

    func check(_ elements: [Element]) { check(elements, lists: []) }

    /// - Parameter lists: The lists whose rows stand around, the innermost first.
    private func check(_ elements: [Element], lists: [DataPath]) {
        for element in elements {
            for key in element.condition?.keys ?? [] { check(key, element, lists) }
            switch element.content {
            case .text(let content): for key in content.text.keys { check(key, element, lists) }
            case .barcode(let content): for key in content.keys { check(key, element, lists) }
            case .group(let members): check(members, lists: lists)
            case .repeated(let repetition):
                check(repetition.list, element, lists)
                check(repetition.elements + repetition.rest, lists: [repetition.list] + lists)
            case .line, .box, .image: break
            }
        }
    }

    private func check(_ key: DataPath, _ element: Element, _ lists: [DataPath]) {
        let isOfRow = !lists.isEmpty && ["entry", "number", "rest"].contains(key.names[0])
        let spellings = [key.names] + lists.map { $0.names + key.names }
        if isOfRow || spellings.contains(where: isDeclared) { return }
        log.note(
            line: element.line, column: element.column,
            "\(element.name) uses \"\(key)\", which \"fields\" does not name; it has \(declared.map(\.description).joined(separator: ", "))"
        )
    }

    /// A declared object or list stands for all that is in it, and a part of it for itself.
    private func isDeclared(_ names: [String]) -> Bool {
        declared.contains { names.starts(with: $0.names) || $0.names.starts(with: names) }
    }
}

extension Condition {
    fileprivate var keys: [DataPath] {
        terms.map { term in
            switch term {
            case .present(let path), .absent(let path), .compared(let path, _, _): path
            }
        }
    }
}

extension BarcodeContent {
    fileprivate var keys: [DataPath] {
        let own =
            switch value {
            case .text(let text): text.keys
            case .elementStrings(let pairs): pairs.flatMap(\.value.keys)
            }
        return own + (primary?.keys ?? [])
    }
}
