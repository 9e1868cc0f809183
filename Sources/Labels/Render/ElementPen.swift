internal import JSON

/// Draws elements: text on the canvas, everything else straight into the bitmap's dots.
struct ElementPen {
    let template: String
    let dpi: HeadDPI
    let canvas: Canvas
    let encoder: SymbolEncoder
    let text: TextSetter
    var bitmap: Bitmap
    /// The element strings of all GS1 symbols drawn so far: some need others on the same unit.
    var unitElements: [ElementString] = []

    /// Draws `elements` with their origin moved by `xMM`, `yMM`.
    mutating func draw(_ elements: [Element], _ data: DataScope, xMM: Double, yMM: Double) throws(ElementRefusal) {
        for element in elements {
            if let condition = element.condition, !condition.holds(in: data) { continue }
            var value = ""
            do throws(ElementRefusal.Reason) {
                try draw(element, data, at: element.place.moved(xMM: xMM, yMM: yMM), &value)
                continue
            } catch {
                throw ElementRefusal(template: template, element: element.name, value: value, reason: error)
            }
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
            if value.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
                if content.isOptional { return }
                throw .emptyValue
            }
            try text.draw(value, content.style, in: whole, of: frame, dpi: dpi, on: canvas)
        case .barcode(let content):
            try drawBarcode(content, data, frame, &value)
        case .line:
            bitmap.blacken(frame.onLabel(whole))
        case .box(let thicknessMM, let isFilled):
            drawBox(whole, thickness: max(1, dpi.dots(thicknessMM)), isFilled: isFilled, frame)
        case .image, .repeated, .group:
            break
        }
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
