import JSON

/// What requests change.
extension NaiveWarehouse {
    /// A request was answered.
    func note(_ method: String, _ params: JSONObject, _ answer: JSONValue) {
        let id = params["order_id"]?.string ?? ""
        switch method {
        case "stock.receive": put(params["qty"]?.int ?? 0, Kind(params), in: params["bin"]?.string ?? "")
        case "stock.adjust": put(params["delta"]?.int ?? 0, Kind(params), in: params["bin"]?.string ?? "")
        case "stock.move":
            put(-(params["qty"]?.int ?? 0), Kind(params), in: params["bin"]?.string ?? "")
            put(params["qty"]?.int ?? 0, Kind(params), in: params["to"]?.string ?? "")
        case "order.allocate": accept(params["order"] ?? .null)
        case "order.release": release(answer)
        case "order.unrelease": change(id) { ($0.isReleased, $0.mayBeReleased) = (false, false) }
        case "order.hold": change(id) { ($0.isHeld, $0.mayBeReleased) = (true, false) }
        case "order.resume": change(id) { $0.isHeld = false }
        case "order.cancel": cancel(id, answer)
        case "parcel.handover": handOver(answer)
        case "label.void": open(answer["parcel"]?.int ?? 0)
        case "task.open": doubts[params["bin"]?.string ?? ""]?.isCovered = false
        case "history.slice": if params["part"] == "orders" { archived += answer["done"]?.int ?? 0 }
        case "pack.start": start(answer["show"] ?? .null)
        default: break
        }
    }

    /// An order was told as released.
    func noteRelease(of id: String) { change(id) { $0.isReleased = true } }

    /// An order was told as cancelled: somebody has asked for it, or it ships what there is and nothing is.
    func noteCancellation(of id: String) {
        if orders[id]?.isCancelled ?? false { return }
        change(id) { ($0.isCancelled, $0.isHeld) = (true, false) }
        guard let order = orders[id], order.shipsShort, order.isReleased, order.pieces == 0, order.boxes.isEmpty
        else { return fault("order \(id) is cancelled, and nobody has asked for it") }
    }

    /// An order was told as no longer released.
    func noteUnrelease(of id: String) { change(id) { $0.isReleased = false } }

    private func accept(_ request: JSONValue) {
        var order = NaiveOrder(wanted: [:], shipsShort: request["on_short"] == "ship")
        for item in request["items"]?.array ?? [] {
            order.wanted[item["sku"]?.string ?? "", default: 0] += item["qty"]?.int ?? 0
        }
        orders[request["order_id"]?.string ?? ""] = order
    }

    /// Where only the number is told, each of those that wait may be among them.
    private func release(_ answer: JSONValue) {
        guard let released = answer["released"]?.array else {
            for id in orders.keys.sorted() { change(id) { $0.mayBeReleased = !$0.isHeld } }
            return
        }
        for id in released { change(id.string ?? "") { $0.isReleased = true } }
    }

    /// What lies in boxes that are here is emptied at the bench; boxes in which nothing lies are none.
    private func cancel(_ id: String, _ answer: JSONValue) {
        guard let known = orders[id] else { return fault("order \(id) is not known") }
        if answer["put_back"] != .int(known.isCancelled ? 0 : known.pieces) {
            fault("order \(id) has \(known.pieces) pieces out, the answer is \(answer)")
        }
        if known.isCancelled || known.isCancelRequested { return }
        change(id) { order in
            order.boxes = order.boxes.filter { $0.value.pieces > 0 }
            for parcel in order.boxes.keys where order.boxes[parcel]?.state != "handed_over" {
                order.boxes[parcel]?.state = "open"
                order.boxes[parcel]?.sscc = nil
            }
            order.isOnBench = !order.boxes.isEmpty
            order.isCancelled = order.pieces == 0 && !order.isPartlyGone
            order.isCancelRequested = order.pieces > 0
            order.isHeld = false
        }
    }

    private func handOver(_ answer: JSONValue) {
        change(answer["order_id"]?.string ?? "") { order in
            order.boxes[answer["parcel"]?.int ?? 0, default: NaiveBox()].state = "handed_over"
            if order.pieces == 0 { order.outside = [:] }
        }
    }

    /// A label holds no longer.
    private func open(_ parcel: Int) {
        for id in orders.keys.sorted() where orders[id]?.boxes[parcel] != nil {
            return change(id) {
                $0.boxes[parcel]?.state = "open"
                $0.boxes[parcel]?.sscc = nil
            }
        }
        fault("parcel \(parcel) is not known")
    }

    private func start(_ show: JSONValue) {
        if show["kind"] != nil { return }
        change(show["order_id"]?.string ?? "") { order in
            order.isOnBench = true
            guard let parcel = show["parcel"]?.int, order.boxes[parcel] == nil else { return }
            order.boxes[parcel] = NaiveBox()
        }
    }
}

extension NaiveWarehouse.Kind {
    /// As params, rows and prompts name goods.
    init(_ object: JSONObject) {
        self.init(
            sku: object["sku"]?.string ?? "", lot: object["lot"]?.string ?? "",
            expiry: object["expiry"]?.string ?? "")
    }

    init(_ value: JSONValue) { self.init(value.object ?? JSONObject()) }
}
