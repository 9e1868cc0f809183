internal import Common
import JSON
import WarehouseLayout

/// Reads the members of one object of a plan's line by name; unknown names are refused, so that a misspelt
/// rule is never silently ignored.
struct PlanFields {
    private let object: JSONObject
    /// What the object is, for messages: `order ORD-1`; nil for the line as a whole.
    private let owner: String?

    init(_ value: JSONValue, of owner: String? = nil, known: [String]) throws(PlanFault) {
        guard let object = value.object else {
            throw .malformed("\(owner ?? "a line") must be an object, not \(value.typeName)")
        }
        (self.object, self.owner) = (object, owner)
        for key in object.keys where !known.contains(key) {
            let fix =
                nearestWord(to: key, among: known).map { "did you mean \"\($0)\"?" }
                ?? "known are \(known.joined(separator: ", "))"
            throw .malformed("\(name("\"\(key)\"")) is not known; \(fix)")
        }
    }

    subscript(_ key: String) -> JSONValue? { object[key] }

    func text(_ key: String) throws(PlanFault) -> String? {
        guard let value = object[key] else { return nil }
        guard let text = value.string else {
            throw .malformed("\(name(key)) must be a text, not \(value.typeName)")
        }
        return text
    }

    func int(_ key: String) throws(PlanFault) -> Int? {
        guard let value = object[key] else { return nil }
        guard let int = value.int else { throw .malformed("\(name(key)) must be a whole number") }
        return int
    }

    /// A number of pieces, grams or millilitres.
    func amount(_ key: String) throws(PlanFault) -> Int? {
        guard let amount = try int(key) else { return nil }
        guard 0...RoutingLimits.amountMax ~= amount else {
            throw .malformed("\(name(key)) is \(amount); give 0 to \(RoutingLimits.amountMax)")
        }
        return amount
    }

    func list(_ key: String) throws(PlanFault) -> [JSONValue] {
        guard let list = object[key]?.array else { throw .malformed("\(name(key)) must be a list") }
        return list
    }

    func required<Value>(_ key: String, _ value: Value?) throws(PlanFault) -> Value {
        guard let value else { throw .malformed("\(name(key)) is missing") }
        return value
    }

    private func name(_ key: String) -> String { owner.map { "\(key) of \($0)" } ?? key }
}
