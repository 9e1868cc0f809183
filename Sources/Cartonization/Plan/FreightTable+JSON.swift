public import JSON

extension FreightTable {
    /// Reads the `freight` of a boxes file.
    ///
    ///     {"divisor_cm3_per_kg":5000,"handling":0.35,"steps":[{"to_g":1000,"price":4.2},{"to_g":5000,"price":5.9}]}
    ///
    /// - Throws: ``PackingError/malformed(field:problem:)``.
    public init(json: JSONValue) throws(PackingError) {
        let fields = try FieldReader(json, place: "freight")
        try fields.refuseUnknown(["divisor_cm3_per_kg", "handling", "steps"])
        guard let entries = fields.value("steps")?.array else {
            throw fields.fault("steps", "must be a list such as [{\"to_g\":1000,\"price\":4.2}]")
        }
        var steps: [Step] = []
        for (index, entry) in entries.enumerated() {
            steps.append(try Step(json: entry, place: "freight.steps[\(index)]"))
        }
        self.init(
            steps: steps, divisor: try fields.int("divisor_cm3_per_kg"),
            handling: try fields.money("handling") ?? 0)
    }
}

extension FreightTable.Step {
    fileprivate init(json: JSONValue, place: String) throws(PackingError) {
        let fields = try FieldReader(json, place: place)
        try fields.refuseUnknown(["to_g", "price"])
        self.init(
            toG: try fields.required("to_g", fields.int("to_g")),
            price: try fields.required("price", fields.money("price")))
    }
}
