/// Why a question cannot be asked: the thing, the place and the fix.
public enum PackingError: Error, Hashable, Sendable {
    case noBoxes
    case tooManyBoxTypes(Int)
    case duplicateBox(id: String)
    case box(id: String, field: String, problem: String)
    case item(sku: String, line: Int, field: String, problem: String)
    case tooManyPieces(Int)
    case tooManyGroups(Int)
    case rules(field: String, problem: String)
    case begun(box: String, problem: String)
    case malformed(field: String, problem: String)
}

extension PackingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noBoxes: "there is no box type to pack into; give at least one"
        case .tooManyBoxTypes(let count):
            "\(count) box types are more than \(PackingLimits.boxTypes); leave out those that are never used"
        case .duplicateBox(let id): "the box id \"\(id)\" stands twice; give each type its own"
        case .box(let id, let field, let problem): "box \"\(id)\": \(field) \(problem)"
        case .item(let sku, let line, let field, let problem):
            "item \(line) (\"\(sku)\"): \(field) \(problem)"
        case .tooManyPieces(let count):
            "\(count) pieces are more than \(PackingLimits.pieces) in one question; split the order"
        case .tooManyGroups(let count):
            "\(count) groups are more than \(PackingLimits.groups) in one question; split the order"
        case .rules(let field, let problem): "\(field) \(problem)"
        case .begun(let box, let problem): "the begun box \"\(box)\" \(problem)"
        case .malformed(let field, let problem): "\(field) \(problem)"
        }
    }

    /// The word for programs: one of `bad_box`, `bad_item`, `too_large`, `bad_request`.
    public var kind: String {
        switch self {
        case .noBoxes, .duplicateBox, .box: "bad_box"
        case .item: "bad_item"
        case .tooManyBoxTypes, .tooManyPieces, .tooManyGroups: "too_large"
        case .rules, .begun, .malformed: "bad_request"
        }
    }
}
