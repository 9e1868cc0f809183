internal import JSON

/// The lines of `wms plan boxes`: one order in, one packing out.
public struct PlanBoxes: Sendable {
    private let cartonizer: Cartonizer

    public init(_ cartonizer: Cartonizer) { self.cartonizer = cartonizer }

    /// The answer to one line, and whether it is a packing rather than an error.
    public func answer(line: String) -> (text: String, ok: Bool) {
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
        guard order.object != nil else {
            throw .malformed(field: "the line", problem: "must be an object, not \(order.typeName)")
        }
        let items = try Item.list(json: order["items"])
        let start = ContinuousClock.now
        let packing = try cartonizer.pack(items)
        let took = start.duration(to: .now)
        var answer: JSONObject = ["id": order["id"] ?? .null]
        for (key, value) in packing.json.members { answer[key] = value }
        answer["solve_us"] = .int(Int(took / .microseconds(1)))
        return answer
    }

    private static func error(id: JSONValue?, kind: String, message: String) -> String {
        let value: JSONValue = [
            "id": id ?? .null, "error": ["kind": .string(kind), "message": .string(message)],
        ]
        return value.description
    }
}
