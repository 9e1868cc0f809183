internal import JSON

/// Draws the labels of one template for one print head, over what all of them have in common.
final class DrawingBoard {
    struct Key: Hashable {
        let design: ObjectIdentifier
        let dpi: HeadDPI
    }

    // Held, so that no other design can take its identity.
    private let design: Design
    private let dpi: HeadDPI
    private let canvas: Canvas
    private var constant: Bitmap?

    init(_ design: Design, dpi: HeadDPI) throws(LabelError) {
        self.design = design
        self.dpi = dpi
        canvas = try Canvas(widthDots: dpi.wholeDots(design.widthMM), heightDots: dpi.wholeDots(design.heightMM))
    }

    func draw(_ data: JSONValue, encoder: SymbolEncoder, text: TextSetter) throws(LabelError) -> Bitmap {
        let common = try constantPart(encoder, text)
        return try drawing(over: common, of: design.elements.filter { !$0.isConstant }, data, encoder, text)
    }

    private func constantPart(_ encoder: SymbolEncoder, _ text: TextSetter) throws(LabelError) -> Bitmap {
        if let constant { return constant }
        let blank = Bitmap(widthDots: canvas.widthDots, heightDots: canvas.heightDots, dpi: dpi)
        let drawn = try drawing(over: blank, of: design.elements.filter(\.isConstant), .null, encoder, text)
        constant = drawn
        return drawn
    }

    private func drawing(
        over base: Bitmap, of elements: [Element], _ data: JSONValue, _ encoder: SymbolEncoder, _ text: TextSetter
    ) throws(LabelError) -> Bitmap {
        canvas.clear()
        var pen = ElementPen(template: design.name, dpi: dpi, canvas: canvas, encoder: encoder, text: text, bitmap: base)
        do throws(ElementRefusal) {
            try pen.draw(elements, DataScope(data), xMM: 0, yMM: 0)
            try checkUnit(pen.unitElements)
        } catch {
            throw .refused(error)
        }
        canvas.add(to: &pen.bitmap)
        return pen.bitmap
    }

    private func checkUnit(_ elements: [ElementString]) throws(ElementRefusal) {
        do throws(GS1Fault) {
            try GS1Rules.checkUnit(elements)
        } catch {
            throw ElementRefusal(
                template: design.name, element: "all GS1 symbols together",
                value: elements.map(\.description).joined(), reason: .gs1(error.description))
        }
    }
}
