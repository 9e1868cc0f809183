public import JSON

/// Draws labels in printer dots.
///
/// It keeps fonts, surfaces and what templates draw on every label alike, so the second label of a
/// template costs a fraction of the first. It is not for two threads at once: give each its own.
public final class LabelRenderer {
    private let encoder = SymbolEncoder()
    private let text = TextSetter()
    private var renderers: [TemplateRenderer.Key: TemplateRenderer] = [:]

    /// More templates and heads than a site uses at once; beyond them what was kept is dropped.
    private static let renderersMax = 16

    /// A renderer that has drawn nothing yet; the fonts are opened with the first label.
    public init() {}

    /// The label of `template` with `data` in it, in the dots of a print head.
    ///
    /// - Throws: ``LabelError/refused(_:)`` naming the first element that cannot be printed as it should be.
    /// - Complexity: linear in the label's dots and the length of its texts.
    public func bitmap(_ template: LabelTemplate, data: JSONValue, dpi: HeadDPI) throws(LabelError) -> Bitmap
    {
        let renderer = renderer(for: template.design, dpi: dpi)
        return try renderer.draw(data, encoder: encoder, text: text)
    }

    private func renderer(for design: Design, dpi: HeadDPI) -> TemplateRenderer {
        let key = TemplateRenderer.Key(design: ObjectIdentifier(design), dpi: dpi)
        if let renderer = renderers[key] { return renderer }
        if renderers.count >= Self.renderersMax { renderers = [:] }
        let renderer = TemplateRenderer(design, dpi: dpi)
        renderers[key] = renderer
        return renderer
    }
}
