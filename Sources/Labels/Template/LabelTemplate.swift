/// A label's design: elements with their places in millimetres, filled with data when it is printed.
///
///     let template = try LabelTemplate(yaml: text, file: "labels/tote.yaml")
///     let label = try LabelRenderer().bitmap(template, data: ["tote": "T-0007"], dpi: .d203)
///     let bytes = label.zpl()
///
/// A template never speaks of dots: the renderer finds them from the print head. <doc:Templates> describes the file.
public struct LabelTemplate: Sendable {
    let design: Design

    /// Loads a template whole, or throws every fault found in it.
    ///
    /// - Parameters:
    ///   - yaml: The text of the file.
    ///   - file: Its path: faults name it, and images are sought beside it.
    /// - Throws: ``LabelError/templateFaults(_:)``
    public init(yaml: String, file: String) throws(LabelError) {
        design = try TemplateReader.read(yaml, file: file)
    }

    /// What the file calls itself under `label`.
    public var name: String { design.name }
    public var widthMM: Double { design.widthMM }
    public var heightMM: Double { design.heightMM }
}

/// What a template file says. A class, so that drawings made from it can be kept under its identity.
final class Design: Sendable {
    let name: String
    let widthMM: Double
    let heightMM: Double
    /// The keys of the data that it declares; nil where it declares none.
    let fields: [DeclaredField]?
    let elements: [Element]

    init(
        name: String, widthMM: Double, heightMM: Double, fields: [DeclaredField]?, elements: [Element]
    ) {
        self.name = name
        self.widthMM = widthMM
        self.heightMM = heightMM
        self.fields = fields
        self.elements = elements
    }
}
