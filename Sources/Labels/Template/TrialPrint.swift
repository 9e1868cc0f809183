/// Prints single elements on every print head, to learn when a template is loaded what its labels would be
/// refused for.
struct TrialPrint {
    let template: String
    let label: Place
    let encoder = SymbolEncoder()
    private let text = TextSetter()

    init(template: String, label: Place) {
        self.template = template
        self.label = label
    }

    /// Why an element that needs no data cannot be printed; nil where it can on every head.
    func refusal(of item: PlacedElement) -> String? {
        for dpi in HeadDPI.allCases {
            let blank = Bitmap(
                widthDots: dpi.dots(label.widthMM), heightDots: dpi.dots(label.heightMM), dpi: dpi)
            var pen = ElementPen(template: template, dpi: dpi, encoder: encoder, text: text, bitmap: blank)
            do throws(ElementRefusal) {
                try pen.drawOne(item.element, DataScope(.null), at: item.place)
            } catch {
                return "\(error.reason)"
            }
        }
        return nil
    }
}
