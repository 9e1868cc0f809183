extension Method {
    static let orders: [Method] = [
        .change(
            "order.allocate", [.oms],
            "Accepts an allocated order and promises its quantities; the same order again is acknowledged again.",
            [.required("order", .object(Param.order), "The order, in the allocation engine's words.")],
            result: "{order_id, revision, stage, lines}",
            kinds: [
                .orderConflict, .capacityMismatch, .unknownSKU, .unknownWarehouse, .stockShort, .doesNotFit,
            ]),
        .change(
            "order.cancel", [.oms], "Cancels an order, or asks for it where work has begun.",
            [orderID, .optional("reason", .note, "Why.")], result: "{order_id, stage}",
            kinds: [.unknownOrder, .wrongState]),
        .change(
            "order.hold", [.oms], "Stops further work on an order.",
            [orderID, .required("reason", .note, "Why.")], result: "{order_id, stage}",
            kinds: [.unknownOrder, .wrongState]),
        .change(
            "order.resume", [.oms], "Takes the hold off an order.", [orderID], result: "{order_id, stage}",
            kinds: [.unknownOrder, .wrongState]),
        .change(
            "order.release", [],
            "Reserves stock in bins for one order or for all that wait, and plans the tours.",
            [
                .optional("order_id", .id, "One order."),
                .optional("all", .flag, "Every order that waits."),
                .warehouse,
            ],
            rules: [.exactlyOne(["order_id", "all"])],
            result: "{released, waiting: [{order_id, why}]}",
            kinds: [.unknownOrder, .wrongState, .stockShort]),
        .change(
            "order.unrelease", [], "Gives the reserved stock of an order back.", [orderID],
            result: "{order_id, stage}", kinds: [.unknownOrder, .wrongState]),
        .read(
            "order.get", Role.allCases, "One order with its lines, picks and parcels.", [orderID],
            result: "{order_id, revision, stage, flags, lines, parcels, …}", kinds: [.unknownOrder]),
        .read(
            "order.list", Role.allCases, "The orders.",
            [
                .optional("stage", .id, "Only orders in this stage."),
                .optional("sku", .id, "Only orders with this SKU."),
                .optional("driver", .id, "Only orders of this driver."),
                .warehouse, .client,
            ] + Param.page,
            result: "{orders: [{order_id, stage, flags, sla, priority, pickup}], more}"),
        .read(
            "order.explain", Role.allCases, "Why an order stands where it stands, in sentences.", [orderID],
            result: "{order_id, stage, why: [sentence]}", kinds: [.unknownOrder]),
    ]

    private static let orderID = Param.required("order_id", .id, "The order.")
}

extension Param {
    static let order: [Param] = [
        .required("order_id", .id, "The order's id."),
        .required("items", .list(of: .object(item), max: WireLimits.orderItemsMax), "The lines."),
        .optional("total_capacity", .count, "Must be the sum of the lines' capacities."),
        .required("ship_to", .object(address), "Where the parcels go."),
        .required("delivery_sla", .id, "The promise, such as SAME_DAY."),
        .required("plan", .object(plan), "How it is to be fulfilled."),
        .optional("priority", .whole(0...100), "Higher goes first; by the SLA where left out."),
        .optional("not_before", .time, "No work before this moment."),
        .optional(
            "on_short", .choice(["wait", "ship", "cancel"]),
            "When pieces are missing on the floor: wait, or ship without; cancel waits for your order.cancel."
        ),
        .optional("ship", .object(service), "The carrier."),
        .optional("notes", .note, "For the packer."),
        .optional("gift", .flag, "No prices in the parcel."),
        .optional("documents", .list(of: .note, max: 20), "What to lay in."),
        .optional("ext", .untouched, "The caller's own."),
        .client,
    ]

    private static let item: [Param] = [
        .required("sku", .id, "The SKU."),
        .required("qty", .quantity, "Units."),
        .optional("capacity", .count, "Capacity that the line takes in the vehicle."),
        .optional("line", .id, "The line's own id; its number from 1 where left out."),
        .optional("unit", .choice(["each", "inner", "case", "pallet"]), "each where left out."),
        .optional("lot", .id, "Only this lot."),
        .optional("min_life_days", .whole(0...100_000), "The least remaining shelf life."),
        .optional("substitutes", .list(of: .id, max: 20), "SKUs that may stand in."),
        .optional("ext", .untouched, "The caller's own."),
    ]

    private static let address: [Param] = [
        .required("name", .note, "Who receives it."),
        .required("lines", .list(of: .note, max: 6), "Street and the like."),
        .required("city", .note, "The city."),
        .optional("state", .note, "The state or region."),
        .required("postcode", .id, "The postcode."),
        .required("country", .id, "ISO 3166 alpha-2."),
        .optional("lat", .decimal(-90...90), "Latitude."),
        .optional("lng", .decimal(-180...180), "Longitude."),
        .optional("phone", .note, "For the driver."),
    ]

    private static let plan: [Param] = [
        .required("warehouse", .id, "Where it is picked."),
        .optional("driver", .id, "Who fetches it."),
        .optional("estimated_pickup", .time, "When."),
        .optional("estimated_delivery", .time, "When it arrives."),
    ]

    private static let service: [Param] = [
        .optional("carrier", .id, "The carrier."),
        .optional("service", .id, "Its service."),
    ]
}
