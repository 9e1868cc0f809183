public import JSON

/// Draws labels in printer dots.
///
/// It keeps fonts, surfaces and what templates draw on every label alike, so the second label of a
/// template costs a fraction of the first. It is not for two threads at once: give each its own.
public final class LabelRenderer {
    private let encoder = SymbolEncoder()
    private let text = TextSetter()
    private var boards: [DrawingBoard.Key: DrawingBoard] = [:]

    /// More templates and heads than a site uses at once; beyond them the kept drawings are dropped.
    private static let boardsMax = 16

    /// A renderer that has drawn nothing yet; the fonts are opened with the first label.
    public init() {}

    /// The label of `template` with `data` in it, in the dots of a print head.
    ///
    /// - Throws: ``LabelError/refused(_:)`` naming the first element that cannot be printed as it should be.
    /// - Complexity: linear in the label's dots and the length of its texts.
    public func bitmap(_ template: LabelTemplate, data: JSONValue, dpi: HeadDPI) throws(LabelError) -> Bitmap
    {
        let board = board(for: template.design, dpi: dpi)
        return try board.draw(data, encoder: encoder, text: text)
    }

    private func board(for design: Design, dpi: HeadDPI) -> DrawingBoard {
        let key = DrawingBoard.Key(design: ObjectIdentifier(design), dpi: dpi)
        if let board = boards[key] { return board }
        if boards.count >= Self.boardsMax { boards = [:] }
        let board = DrawingBoard(design, dpi: dpi)
        boards[key] = board
        return board
    }
}
