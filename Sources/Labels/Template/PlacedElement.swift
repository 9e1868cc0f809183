/// An element where it stands on the label, once its groups and rows are laid out.
struct PlacedElement {
    let element: Element
    let place: Place
    /// Its own condition and those of the groups around it.
    let conditions: [Condition]
    /// In which rows of a list it stands, if in any.
    let rows: Rows

    enum Rows { case none, shown, rest }

    var barcode: BarcodeContent? { if case .barcode(let content) = element.content { content } else { nil } }

    /// Everything that a label of these elements can hold, each row of a list on its own.
    static func all(of elements: [Element]) -> [PlacedElement] {
        all(of: elements, xMM: 0, yMM: 0, conditions: [], rows: .none)
    }

    private static func all(
        of elements: [Element], xMM: Double, yMM: Double, conditions: [Condition], rows: Rows
    ) -> [PlacedElement] {
        elements.flatMap { element -> [PlacedElement] in
            let place = element.place.moved(xMM: xMM, yMM: yMM)
            let conditions = conditions + [element.condition].compactMap(\.self)
            switch element.content {
            case .group(let members):
                return all(
                    of: members, xMM: place.xMM, yMM: place.yMM, conditions: conditions, rows: rows)
            case .repeated(let repetition):
                func row(_ number: Int, of members: [Element], _ rows: Rows) -> [PlacedElement] {
                    all(
                        of: members, xMM: place.xMM + Double(number) * repetition.stepXMM,
                        yMM: place.yMM + Double(number) * repetition.stepYMM, conditions: conditions,
                        rows: rows)
                }
                // What counts the rows left out stands in the last row's place, instead of it.
                return (0..<repetition.most).flatMap { row($0, of: repetition.elements, .shown) }
                    + row(repetition.most - 1, of: repetition.rest, .rest)
            default:
                return [
                    PlacedElement(
                        element: element, place: place, conditions: conditions, rows: rows)
                ]
            }
        }
    }

    /// How many they are, without laying them out.
    static func count(of elements: [Element]) -> Int {
        elements.reduce(0) { sum, element in
            switch element.content {
            case .group(let members): sum + count(of: members)
            case .repeated(let repetition):
                sum + min(repetition.most * count(of: repetition.elements), 1_000_000)
                    + count(of: repetition.rest)
            default: sum + 1
            }
        }
    }

    /// The rectangles in which it may be black.
    var ink: [Place] {
        guard case .box(let thickness, isFilled: false) = element.content else { return [place] }
        return [
            Place(xMM: place.xMM, yMM: place.yMM, widthMM: place.widthMM, heightMM: thickness),
            Place(
                xMM: place.xMM, yMM: place.bottomMM - thickness, widthMM: place.widthMM, heightMM: thickness),
            Place(xMM: place.xMM, yMM: place.yMM, widthMM: thickness, heightMM: place.heightMM),
            Place(
                xMM: place.rightMM - thickness, yMM: place.yMM, widthMM: thickness, heightMM: place.heightMM),
        ]
    }

    /// Whether the two can never be on the same label.
    func excludes(_ other: PlacedElement) -> Bool {
        if rows == .rest && other.rows == .shown || rows == .shown && other.rows == .rest { return true }
        let theirs = other.conditions.flatMap(\.terms)
        return conditions.flatMap(\.terms).contains { mine in theirs.contains { mine.excludes($0) } }
    }
}

extension [PlacedElement] {
    /// Each element of the file once, where its first row stands.
    var once: [PlacedElement] {
        var seen: Set<[Int]> = []
        return filter { seen.insert([$0.element.line, $0.element.column]).inserted }
    }
}

extension Condition.Term {
    /// Whether both cannot hold: one asks for a value and the other for none, or they ask for different ones.
    fileprivate func excludes(_ other: Condition.Term) -> Bool {
        switch (self, other) {
        case (.present(let one), .absent(let two)), (.absent(let one), .present(let two)): one == two
        case (.compared(let one, .equal, _), .absent(let two)),
            (.absent(let two), .compared(let one, .equal, _)):
            one == two
        case (.compared(let one, .equal, let left), .compared(let two, .equal, let right)):
            one == two && left != right
        default: false
        }
    }
}

extension Place {
    /// Whether the two share more than an edge.
    func overlaps(_ other: Place) -> Bool {
        let slack = 0.01
        return xMM < other.rightMM - slack && other.xMM < rightMM - slack && yMM < other.bottomMM - slack
            && other.yMM < bottomMM - slack
    }
}
