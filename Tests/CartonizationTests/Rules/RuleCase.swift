import Cartonization
import JSON

/// An order and boxes, as a plan file says them, that one rule decides: with it the answer is one, without
/// it another.
struct RuleCase: CustomStringConvertible, Sendable {
    let description: String
    /// Every box in the file, and its `rules`.
    var boxes: String
    var rules = "{}"
    /// The items with the rule, and without.
    let items: String
    let unruled: String
    /// What a packing comes to: the boxes used, then `-reason` for what stays behind.
    let expected: [String]
    let expectedUnruled: [String]
    /// Where the rule stands with the boxes, these without it.
    var unruledBoxes: String?
    var unruledRules: String?

    func answer(isRuled: Bool) throws -> [String] {
        let (boxes, rules) = isRuled ? (boxes, rules) : (unruledBoxes ?? boxes, unruledRules ?? rules)
        let file = try BoxesFile(json: JSONValue(parsing: "{\"boxes\":[\(boxes)],\"rules\":\(rules)}"))
        let items = try Item.list(json: JSONValue(parsing: "[\(isRuled ? items : unruled)]"))
        let packing = try Cartonizer(boxes: file.boxes, rules: file.rules, effort: 100_000).pack(items)
        let breaches = PackingChecker(boxes: file.boxes, rules: file.rules).breaches(packing, of: items)
        return packing.parcels.map(\.boxID).sorted() + packing.unpacked.map { "-\($0.reason.rawValue)" }
            + breaches.map(\.description)
    }
}
