import JSON

extension Transaction {
    /// `parcel.get`
    func getParcel(_ params: Params) throws(Refusal) -> JSONValue {
        let parcel = try parcel(params)
        var object = try describe(parcel)
        let inner = try boxType(parcel.box).inner
        object["parcels"] = .int(try parcels(of: parcel.order).count)
        object["inner_mm"] = [.int(inner.lengthMM), .int(inner.widthMM), .int(inner.heightMM)]
        object["plan"] = .array(parcel.plan.pieces.map(\.json))
        return .object(object)
    }

    /// `parcel.list`: by number, filtered by order or state.
    func listParcels(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let order = try params.has("order_id") ? order(params).row : nil
        let found = try rows(
            """
            SELECT * FROM parcel WHERE id > ?1 AND (?2 IS NULL OR order_row = ?2) AND (?3 IS NULL OR state = ?3)
            ORDER BY id LIMIT ?4
            """, [page.afterNumber, order, try params.optionalText("state"), page.limit + 1])
        var list: [JSONValue] = []
        for row in found { list.append(.object(try describe(Parcel(row)))) }
        return page.answer("parcels", list)
    }

    private func describe(_ parcel: Parcel) throws(Refusal) -> JSONObject {
        var object: JSONObject = [
            "parcel": .int(parcel.row.number), "order_id": .string(try order(parcel.order).id.text),
            "number": .int(parcel.number), "state": .string(parcel.state.rawValue),
            "box": .string(parcel.box.text),
            "expected_weight_g": .int(parcel.expectedWeightG),
        ]
        if let sscc = parcel.sscc { object["sscc"] = .string(sscc) }
        if let weight = parcel.weightG { object["weight_g"] = .int(weight) }
        if let station = parcel.station { object["station"] = .string(station) }
        if let manifest = parcel.manifest { object["manifest"] = .int(manifest) }
        return object
    }
}
