public import JSON

/// Checks a JSON object against declared params and collects every fault it finds.
///
///     var check = ParamCheck()
///     let params = check.object(["qty": 2.0], as: [.required("qty", .quantity, "How many.")])
///     print(params, check.faults.count)     // {"qty":2} 0
///
/// The result holds the same members with one spelling per value: whole numbers are `.int`.
public struct ParamCheck {
    public private(set) var faults: [ParamFault] = []

    public init() {}

    public mutating func object(_ object: JSONObject, as params: [Param], at path: String = "") -> JSONObject
    {
        var checked = JSONObject()
        for (name, value) in object.members {
            if let param = params.first(where: { $0.name == name }) {
                checked[name] = self.value(value, as: param.type, at: joined(path, name))
            } else {
                faults.append(.unknown(name, at: path, among: params.map(\.name)))
            }
        }
        for param in params where param.isRequired && object[param.name] == nil {
            faults.append(.missing(param, at: path))
        }
        return checked
    }

    public mutating func rule(_ rule: ParamRule, _ object: JSONObject) {
        let (names, needsOne) =
            switch rule {
            case .exactlyOne(let names): (names, true)
            case .atMostOne(let names): (names, false)
            }
        let given = names.filter { object[$0] != nil && object[$0] != .bool(false) }
        if given.count > 1 {
            fault(given[1], "cannot stand beside \(given[0]): give \(rule)")
        } else if given.isEmpty && needsOne {
            fault(names[0], "is missing: give \(rule)")
        }
    }

    public mutating func value(_ value: JSONValue, as type: ParamType, at path: String) -> JSONValue {
        switch type {
        case .object(let params):
            guard let object = value.object else { return wrongType(value, type, path) }
            return .object(self.object(object, as: params, at: path))
        case .map(let element):
            guard let object = value.object else { return wrongType(value, type, path) }
            var checked = JSONObject()
            for (name, member) in object.members {
                checked[name] = self.value(member, as: element, at: joined(path, name))
            }
            return .object(checked)
        case .list(let element, let max):
            guard let elements = value.array else { return wrongType(value, type, path) }
            if elements.count > max {
                fault(path, "has \(elements.count) elements; at most \(max) are taken")
            }
            var checked: [JSONValue] = []
            for (index, member) in elements.prefix(max).enumerated() {
                checked.append(self.value(member, as: element, at: joined(path, String(index))))
            }
            return .array(checked)
        default:
            return scalar(value, as: type, at: path)
        }
    }

    private mutating func scalar(_ value: JSONValue, as type: ParamType, at path: String) -> JSONValue {
        switch type.reading(value) {
        case .value(let read): return read
        case .wrongType: return wrongType(value, type, path)
        case .refused(let why):
            fault(path, why)
            return value
        }
    }

    private mutating func wrongType(_ value: JSONValue, _ type: ParamType, _ path: String) -> JSONValue {
        faults.append(.wrongType(value, type, path))
        return value
    }

    private mutating func fault(_ path: String, _ message: String) {
        faults.append(ParamFault(path, message))
    }
}
