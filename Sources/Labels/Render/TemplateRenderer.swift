internal import JSON

/// Draws the labels of one template for one print head, over what all of them have in common.
final class TemplateRenderer {
    struct Key: Hashable {
        let design: ObjectIdentifier
        let dpi: HeadDPI
    }

    // Retained, so that no other design can have its identity.
    private let design: Design
    private let dpi: HeadDPI
    private let changing: [Element]
    private var constant: Bitmap?

    init(_ design: Design, dpi: HeadDPI) {
        self.design = design
        self.dpi = dpi
        changing = design.elements.filter { !$0.isConstant }
    }

    func draw(_ data: JSONValue, encoder: SymbolEncoder, text: TextSetter) throws(LabelError) -> Bitmap {
        try design.checkFields(data)
        let common = try constantPart(encoder, text)
        return try drawing(over: common, of: changing, data, encoder, text)
    }

    private func constantPart(_ encoder: SymbolEncoder, _ text: TextSetter) throws(LabelError) -> Bitmap {
        if let constant { return constant }
        let blank = Bitmap(
            widthDots: dpi.wholeDots(design.widthMM), heightDots: dpi.wholeDots(design.heightMM), dpi: dpi)
        let drawn = try drawing(over: blank, of: design.elements.filter(\.isConstant), .null, encoder, text)
        constant = drawn
        return drawn
    }

    private func drawing(
        over base: Bitmap, of elements: [Element], _ data: JSONValue, _ encoder: SymbolEncoder,
        _ text: TextSetter
    ) throws(LabelError) -> Bitmap {
        var pen = ElementPen(template: design.name, dpi: dpi, encoder: encoder, text: text, bitmap: base)
        do throws(ElementRefusal) {
            try pen.draw(elements, DataScope(data), xMM: 0, yMM: 0)
            try checkUnit(pen.unitElements)
        } catch {
            throw .refused(error)
        }
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
