import JSON

/// Somebody at work in the simulation: whoever answers a prompt tells the naive model what was answered.
final class Worker {
    enum Place: Equatable {
        case cart(String)
        case station(String)
    }

    let badge: String
    private let house: any House
    private let model: NaiveWarehouse
    private let ids: CommandIDs
    private let place: Place
    /// Nil where nobody is there.
    private(set) var session: Int?
    private(set) var prompt: JSONValue = .null

    init(_ house: any House, _ model: NaiveWarehouse, _ ids: CommandIDs, badge: String, at place: Place) {
        (self.house, self.model, self.ids, self.badge, self.place) = (house, model, ids, badge, place)
    }

    var expects: String { prompt["expect"]?.string ?? "none" }
    var show: JSONValue { prompt["show"] ?? .null }
    var step: Int { prompt["step"]?.int ?? 0 }
    private var walks: Bool { if case .cart = place { true } else { false } }

    // MARK: Requests

    /// Comes to work.
    func start() -> Errand {
        var params: JSONObject = [
            "warehouse": "WH-NY", "badge": .string(badge), "device": .string("HH-\(badge)"),
        ]
        switch place {
        case .cart(let cart): params["cart"] = .string(cart)
        case .station(let station): params["station"] = .string(station)
        }
        return errand("session.start", params) { [self] in session = $0["session"]?.int }
    }

    /// Goes home; the badge comes back with nothing in hand.
    func goHome() -> Errand {
        errand("session.end", ["session": .int(session ?? 0)]) { [self] _ in
            (session, prompt) = (nil, .null)
        }
    }

    /// Takes the next tour; at a bench, sets an order on it.
    func begin(_ order: String) -> Errand {
        let method = walks ? "tour.next" : "pack.start"
        var params: JSONObject = ["session": .int(session ?? 0)]
        if !walks { params["code"] = .string(order) }
        return errand(method, params) { [self] next in
            model.note(method, params, next)
            prompt = next
        }
    }

    /// Looks at the prompt that stands: it may be another one than before, because of what others did.
    func look() -> Errand {
        var look = begin(show["order_id"]?.string ?? "")
        look.onRefusal = { [self] in prompt = .null }
        return look
    }

    /// Answers the prompt; it is worth sending as long as that is the one that stands.
    func scan(_ code: String) -> Errand {
        let (shown, number) = (prompt, step)
        var scan = errand(walks ? "tour.scan" : "pack.scan", params(code, step: number)) { [self] next in
            model.note(code, to: prompt == .null ? shown : prompt, then: next)
            prompt = next
        }
        scan.isStillMeant = { [self] in step == number }
        return scan
    }

    /// An answer to the prompt before, which is to be refused.
    func scanTooLate() throws -> Errand {
        let late = params(try rightCode(), step: step - 1)
        return errand(walks ? "tour.scan" : "pack.scan", late) { [model] _ in
            model.fault("an answer to a prompt that was over was taken")
        }
    }

    private func params(_ code: String, step: Int) -> JSONObject {
        ["session": .int(session ?? 0), "step": .int(step), "code": .string(code)]
    }

    private func errand(
        _ method: String, _ params: JSONObject, onAnswer: @escaping (JSONValue) -> Void
    ) -> Errand {
        Errand(party: badge, method: method, params: params, commandID: ids.next(), onAnswer: onAnswer)
    }

    // MARK: What a careful person answers

    /// - Parameter slip: so many pieces more or fewer than the books have are found in a count.
    func rightCode(slip: Int = 0) throws -> String {
        if show["kind"] == "count" { return codeOfCount(slip) }
        switch expects {
        case "tote": return try show["tote"]?.string ?? freeTote()
        case "bin": return show["bin"]?.string ?? ""
        case "item": return show["barcode"]?.string ?? show["sku"]?.string ?? ""
        case "lot": return show["lot"]?.string ?? ""
        case "quantity": return String(show["qty"]?.int ?? show["qty_left"]?.int ?? 0)
        case "reason": return "missing"
        case "station": return show["station"]?.string ?? ""
        case "box": return show["box"]?.string ?? ""
        case "weight": return String(show["weight_g"]?.int ?? 0)
        case "yes_no": return "yes"
        case "label": return "]C100" + (show["sscc"]?.string ?? "")
        default: return ""
        }
    }

    /// Everything that lies in the bin is named once, by what the model has there.
    private func codeOfCount(_ slip: Int) -> String {
        guard let count = model.counting[show["tour"]?.int ?? 0] else { return show["bin"]?.string ?? "" }
        let hand = NaiveWarehouse.Kind(show)
        let left = count.frozen.keys.filter { !count.names($0) }.sorted()
        switch expects {
        case "bin": return show["bin"]?.string ?? ""
        case "item":
            guard let asked = show["sku"]?.string else { return left.first?.sku ?? "done" }
            // Of a count of one SKU nothing else is counted, and it is counted also where the books have none of it.
            let isDone = count.counted.contains { $0.kind.sku == asked } && !left.contains { $0.sku == asked }
            return isDone ? "done" : asked
        case "lot": return left.first { $0.sku == hand.sku }?.lot ?? "L1"
        case "expiry":
            return left.first { $0.sku == hand.sku && $0.lot == hand.lot }?.expiry ?? "2027-03-01"
        case "quantity":
            let expected = (count.frozen[hand] ?? 0) - count.quantity(of: hand)
            return String(max(0, expected + slip))
        default: return "yes"
        }
    }

    private func freeTote() throws -> String {
        try house.read("tote.list", ["state": "free"])["totes"]?.array?.first?["tote"]?.string ?? "T-1"
    }
}
