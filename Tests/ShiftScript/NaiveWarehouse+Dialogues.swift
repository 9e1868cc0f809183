import JSON

/// What answers to prompts change.
extension NaiveWarehouse {
    /// A prompt was answered.
    ///
    /// - Parameters:
    ///   - prompt: that was answered, with what it showed.
    ///   - next: that stands then.
    func note(_ answer: String, to prompt: JSONValue, then next: JSONValue) {
        let scan = Scan(code: answer, prompt: prompt, next: next)
        switch scan.show["kind"]?.string {
        case "count": count(scan)
        case "put_back": putBack(scan)
        case "unpack": unpack(scan)
        default: if scan.show["tour"] == nil { pack(scan) } else { pick(scan) }
        }
    }

    struct Scan {
        let code: String
        let show: JSONValue
        let expects: String
        let next: JSONValue

        init(code: String, prompt: JSONValue, next: JSONValue) {
            self.code = code
            show = prompt["show"] ?? .null
            expects = prompt["expect"]?.string ?? ""
            self.next = next
        }

        var isCommand: Bool { code.hasPrefix("*") }
        var isYes: Bool { code.lowercased() == "yes" }
        var number: Int? { code.count <= 6 ? Int(code) : nil }
        var order: String { show["order_id"]?.string ?? "" }
        var tour: Int { show["tour"]?.int ?? 0 }
        var bin: String { show["bin"]?.string ?? "" }
        var sku: String { show["sku"]?.string ?? "" }
        var kind: Kind { Kind(show) }
        var quantity: Int { show["qty"]?.int ?? 0 }
        var counted: Int { show["counted"]?.int ?? 0 }
    }
}

// MARK: Picking

extension NaiveWarehouse {
    private func pick(_ scan: Scan) {
        switch scan.expects {
        case "tote": if !scan.isCommand, scan.show["sku"] != nil, scan.show["tote"] != nil { complete(scan) }
        case "reason":
            if !scan.isCommand { put(-max(0, scan.quantity - scan.counted), scan.kind, in: scan.bin) }
        case "station" where !scan.isCommand: drop(scan.tour)
        case "bin", "item", "station":
            // One that takes back only a scan leaves what is done as it is.
            let done = scan.next["show"]?["done"]?.int ?? 0
            if scan.code == "*UNDO", done < scan.show["done"]?.int ?? 0 { undo(on: scan.tour) }
        default: break
        }
    }

    private func complete(_ scan: Scan) {
        put(-scan.quantity, scan.kind, in: scan.bin)
        change(scan.order) {
            $0.onCarts[scan.tour, default: [:]][scan.sku, default: 0] += scan.quantity
            $0.outside[scan.kind, default: 0] += scan.quantity
            $0.isReleased = true
        }
        picked[scan.tour, default: []].append(
            Picked(order: scan.order, kind: scan.kind, quantity: scan.quantity, bin: scan.bin))
    }

    /// What was picked last goes back, unless it is to be brought back anyway.
    private func undo(on tour: Int) {
        let last = picked[tour]?.lastIndex { orders[$0.order]?.isCancelRequested == false }
        guard let last, let undone = picked[tour]?.remove(at: last) else {
            return fault("nothing to undo on \(tour)")
        }
        put(undone.quantity, undone.kind, in: undone.bin)
        change(undone.order) {
            $0.onCarts[tour, default: [:]][undone.kind.sku, default: 0] -= undone.quantity
            $0.outside[undone.kind, default: 0] -= undone.quantity
        }
    }

    private func drop(_ tour: Int) {
        picked[tour] = nil
        for id in orders.keys.sorted() {
            guard let pieces = orders[id]?.onCarts[tour] else { continue }
            change(id) { order in
                order.onCarts[tour] = nil
                for (sku, quantity) in pieces { order.inTotes[sku, default: 0] += quantity }
            }
        }
    }
}

// MARK: The bench

extension NaiveWarehouse {
    private func pack(_ scan: Scan) {
        guard let parcel = scan.show["parcel"]?.int else { return }
        let next = scan.next["show"] ?? .null
        let isSame = next["parcel"]?.int == parcel
        let more = isSame ? (next["done"]?.int ?? 0) - (scan.show["done"]?.int ?? 0) : 0
        switch scan.expects {
        case "item", "quantity":
            let isOther = scan.expects == "item" && scan.code != scan.show["barcode"]?.string
            let sku = more < 0 ? next["sku"]?.string ?? "" : isOther ? scan.code : scan.sku
            if more != 0 { move(more, sku, of: scan.order, into: parcel) }
        case "box", "weight":
            if more != 0 { move(more, next["sku"]?.string ?? "", of: scan.order, into: parcel) }
        case "yes_no" where scan.isYes:
            change(scan.order) { $0.boxes[parcel, default: NaiveBox()].state = "closed" }
            change(scan.order) { $0.boxes[parcel]?.sscc = next["sscc"]?.string }
        case "label" where !scan.isCommand:
            change(scan.order) { $0.boxes[parcel, default: NaiveBox()].state = "labelled" }
        default: break
        }
    }

    /// - Parameter pieces: out of the box, where below zero.
    private func move(_ pieces: Int, _ sku: String, of order: String, into parcel: Int) {
        change(order) {
            $0.inTotes[sku, default: 0] -= pieces
            $0.boxes[parcel, default: NaiveBox()].contents[sku, default: 0] += pieces
        }
    }

    private func unpack(_ scan: Scan) {
        guard scan.expects == "yes_no", scan.isYes, let parcel = scan.show["parcel"]?.int else { return }
        change(scan.order) { order in
            let box = order.boxes.removeValue(forKey: parcel) ?? NaiveBox()
            for (sku, quantity) in box.contents { order.inTotes[sku, default: 0] += quantity }
            order.isOnBench = !order.boxes.isEmpty
        }
    }
}

// MARK: Bringing back

extension NaiveWarehouse {
    private func putBack(_ scan: Scan) {
        if scan.isCommand { return }
        switch scan.expects {
        case "item": if scan.quantity == 1 { bring(1, scan) }
        case "quantity":
            let found = scan.number ?? scan.counted + 1
            if found == scan.quantity { bring(found, scan) }
        case "yes_no": if scan.isYes { bring(scan.counted, scan) }
        default: break
        }
    }

    private func bring(_ found: Int, _ scan: Scan) {
        put(found, scan.kind, in: scan.bin)
        miss(scan.quantity - found, scan.kind, in: scan.bin)
        change(scan.order) { order in
            order.outside[scan.kind, default: 0] -= scan.quantity
            order.inTotes[scan.sku, default: 0] -= scan.quantity
            if order.pieces > 0 { return }
            order.isCancelled = !order.isPartlyGone
            order.isCancelRequested = false
        }
    }
}
