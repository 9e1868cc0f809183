internal import JSON

/// Draws elements straight into the bitmap's dots.
struct ElementPen {
    let template: String
    let dpi: HeadDPI
    let encoder: SymbolEncoder
    let text: TextSetter
    var bitmap: Bitmap
    /// The element strings of all GS1 symbols drawn so far: some need others on the same unit.
    var unitElements: [ElementString] = []

    /// White letters keep this far from the edge of their black area, or the paper eats into them.
    private static let reverseMarginMM = 0.5

    /// Draws `elements` with their origin moved by `xMM`, `yMM`.
    mutating func draw(_ elements: [Element], _ data: DataScope, xMM: Double, yMM: Double)
        throws(ElementRefusal)
    {
        for element in elements {
            if let condition = element.condition, !condition.holds(in: data) { continue }
            let place = element.place.moved(xMM: xMM, yMM: yMM)
            switch element.content {
            case .group(let members): try draw(members, data, xMM: place.xMM, yMM: place.yMM)
            case .repeated(let repetition): try draw(repetition, named: element.name, data, at: place)
            default: try drawOne(element, data, at: place)
            }
        }
    }

    private mutating func draw(
        _ repetition: Repetition, named name: String, _ data: DataScope, at place: Place
    )
        throws(ElementRefusal)
    {
        let rows = try rows(of: repetition, named: name, data)
        if rows.count > repetition.most, repetition.rest.isEmpty {
            throw ElementRefusal(
                template: template, element: name, value: repetition.list.description,
                reason: .tooManyRows(count: rows.count, most: repetition.most))
        }
        // Each row is another thing's, so its symbols say nothing about this unit.
        let unit = unitElements
        defer { unitElements = unit }
        let shown = rows.count > repetition.most ? repetition.most - 1 : rows.count
        for (index, row) in rows.prefix(shown).enumerated() {
            try draw(
                repetition.elements, data.inside(row, number: index + 1),
                xMM: place.xMM + Double(index) * repetition.stepXMM,
                yMM: place.yMM + Double(index) * repetition.stepYMM)
        }
        guard shown < rows.count else { return }
        try draw(
            repetition.rest, data.inside(["rest": .int(rows.count - shown)], number: shown + 1),
            xMM: place.xMM + Double(shown) * repetition.stepXMM,
            yMM: place.yMM + Double(shown) * repetition.stepYMM)
    }

    private func rows(of repetition: Repetition, named name: String, _ data: DataScope)
        throws(ElementRefusal) -> [JSONValue]
    {
        do throws(ElementRefusal.Reason) {
            return try data.rows(of: repetition)
        } catch {
            let value = data[repetition.list]?.description ?? ""
            throw ElementRefusal(template: template, element: name, value: value, reason: error)
        }
    }

    /// Draws an element that is no group and no repetition, whatever its condition says.
    mutating func drawOne(_ element: Element, _ data: DataScope, at place: Place)
        throws(ElementRefusal)
    {
        var value = ""
        do throws(ElementRefusal.Reason) {
            try draw(element, data, at: place, &value)
        } catch {
            if case .text = element.content { value = TextDirection.plain(value) }
            throw ElementRefusal(template: template, element: element.name, value: value, reason: error)
        }
    }

    private mutating func draw(_ element: Element, _ data: DataScope, at place: Place, _ value: inout String)
        throws(ElementRefusal.Reason)
    {
        let frame = DotFrame(place, rotation: element.rotation, dpi: dpi)
        let whole = DotRect(x: 0, y: 0, width: frame.width, height: frame.height)
        switch element.content {
        case .text(let content):
            value = try data.fill(content.text)
            guard PrintableText.isVisible(value) else {
                if content.isOptional { return }
                throw .emptyValue
            }
            try print(value, content.style, in: whole, of: frame)
        case .barcode(let content):
            try drawBarcode(content, data, frame, &value)
        case .line(let thicknessMM):
            let thickness = max(1, dpi.dots(thicknessMM))
            let isUpright = frame.height > frame.width
            bitmap.blacken(
                frame.onLabel(
                    DotRect(
                        x: 0, y: 0, width: isUpright ? thickness : frame.width,
                        height: isUpright ? frame.height : thickness)))
        case .box(let thicknessMM, let isFilled):
            drawBox(whole, thickness: max(1, dpi.dots(thicknessMM)), isFilled: isFilled, frame)
        case .image(let picture):
            picture.draw(width: frame.width, height: frame.height) { bitmap.blacken(frame.onLabel($0)) }
        case .group, .repeated:
            break
        }
    }

    mutating func print(_ words: String, _ style: TextStyle, in area: DotRect, of frame: DotFrame)
        throws(ElementRefusal.Reason)
    {
        let inner = style.isReversed ? area.inset(dpi.dots(Self.reverseMarginMM)) : area
        let set = try text.set(words, style, width: inner.width, height: inner.height, dpi: dpi)
        if style.isReversed { bitmap.blacken(frame.onLabel(area)) }
        bitmap.print(set, area: inner, isWhite: style.isReversed, in: frame)
    }

    private mutating func drawBox(_ area: DotRect, thickness: Int, isFilled: Bool, _ frame: DotFrame) {
        if isFilled { return bitmap.blacken(frame.onLabel(area)) }
        let sides = [
            DotRect(x: 0, y: 0, width: area.width, height: thickness),
            DotRect(x: 0, y: area.height - thickness, width: area.width, height: thickness),
            DotRect(x: 0, y: 0, width: thickness, height: area.height),
            DotRect(x: area.width - thickness, y: 0, width: thickness, height: area.height),
        ]
        for side in sides { bitmap.blacken(frame.onLabel(side)) }
    }
}
