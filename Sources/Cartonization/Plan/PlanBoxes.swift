internal import JSON

/// The lines of `wms plan boxes`: one order in, one packing out.
///
/// Of a line, `id`, `items` and `alternatives` are read; what else a history keeps beside them is passed over.
public struct PlanBoxes: Sendable {
    private let cartonizer: Cartonizer
    private let alternatives: Int
    private let budget: Duration?

    /// - Parameters:
    ///   - alternatives: how many ways to pack every order is answered with; a line that says
    ///     `"alternatives":true` gets three.
    ///   - budget: how long the search for one order may last, at most.
    public init(_ cartonizer: Cartonizer, alternatives: Int = 1, budget: Duration? = nil) {
        self.cartonizer = cartonizer
        self.alternatives = alternatives
        self.budget = budget
    }

    /// The answer to one line, and whether it is a packing rather than an error.
    public func answer(line: String) -> (text: String, ok: Bool) { answer(line: line.utf8) }

    /// The same for a line as bytes, which is refused where it is not UTF-8.
    public func answer(line: some Collection<UInt8>) -> (text: String, ok: Bool) {
        let order: JSONValue
        do throws(JSONFault) { order = try JSONValue(parsing: line) } catch {
            return (Self.error(id: nil, kind: "bad_json", message: error.description), false)
        }
        do throws(PackingError) {
            return (JSONValue.object(try answer(order)).description, true)
        } catch {
            return (Self.error(id: order["id"], kind: error.kind, message: error.description), false)
        }
    }

    private func answer(_ order: JSONValue) throws(PackingError) -> JSONObject {
        let fields = try FieldReader(order, place: "the line")
        let items = try Item.list(json: fields.value("items"))
        let asked = try fields.bool("alternatives", or: false) ? max(3, alternatives) : alternatives
        let start = ContinuousClock.now
        var answer: JSONObject = ["id": order["id"] ?? .null]
        if asked > 1 {
            let ways = try cartonizer.alternatives(for: items, most: asked, budget: budget)
            for way in ways.prefix(1) { answer.merge(way.packing.json) }
            answer["totals"] = ways.first.map { .object($0.totals.json) }
            answer["alternatives"] = .array(ways.dropFirst().map { .object($0.json) })
        } else {
            answer.merge(try cartonizer.pack(items, budget: budget).json)
        }
        answer["solve_us"] = .int(Int(start.duration(to: .now) / .microseconds(1)))
        return answer
    }

    private static func error(id: JSONValue?, kind: String, message: String) -> String {
        let value: JSONValue = [
            "id": id ?? .null, "error": ["kind": .string(kind), "message": .string(message)],
        ]
        return value.description
    }
}

extension JSONObject {
    fileprivate mutating func merge(_ other: JSONObject) {
        for (key, value) in other.members { self[key] = value }
    }
}
