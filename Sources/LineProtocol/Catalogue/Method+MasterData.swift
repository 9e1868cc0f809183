extension Method {
    static let masterData: [Method] = [
        .change(
            "sku.upsert", [.oms], "Makes a SKU known or replaces what is known of it.",
            Param.sku, result: "{sku, is_new}", kinds: [.ambiguousCode]),
        .read(
            "sku.get", Role.allCases, "One SKU.",
            [.required("sku", .id, "The SKU, or a barcode of it."), .client],
            result: "{sku, name, barcodes, size_mm, weight_g, units, storage, hazard, track, rotation, …}",
            kinds: [.unknownSKU]),
        .read(
            "sku.list", Role.allCases, "The SKUs by id.", [.client] + Param.page, result: "{skus: […], more}"),
        .change(
            "box.upsert", [.oms], "Makes a box known or replaces what is known of it.",
            Param.box, result: "{box, is_new}"),
        .read(
            "box.list", Role.allCases, "The boxes by id.", Param.page,
            result: "{boxes: [{box, inner_mm, outer_mm, kind, tare_g, cost, supply, …}], more}"),
        .change(
            "tote.upsert", [], "Makes a tote known or replaces what is known of it.", Param.tote,
            result: "{tote, is_new}", kinds: [.toteInUse]),
        .read(
            "tote.list", Role.allCases, "The totes with their states.",
            [.optional("state", .id, "Only totes in this state.")] + Param.page,
            result: "{totes: [{tote, state, order_id, at}], more}"),
    ]
}

extension Param {
    static let sku: [Param] = [
        .required("sku", .id, "The id."),
        .optional("name", .note, "What a person calls it."),
        .optional("barcodes", .list(of: .id, max: 50), "GTINs or other codes printed on one piece."),
        .required("size_mm", .sizeMM, "One piece."),
        .required("weight_g", .weightG, "One piece."),
        .optional("units", .list(of: .object(unit), max: 20), "Larger units of the same goods."),
        .optional("storage", .choice(["ambient", "chilled", "frozen"]), "ambient where left out."),
        .optional("hazard", .id, "Hazard class."),
        .optional(
            "track", .list(of: .choice(["lot", "expiry", "serial"]), max: 3),
            "What is recorded of each piece."),
        .optional("rotation", .choice(["FEFO", "FIFO"]), "Which stock goes first; FEFO where left out."),
        .optional("shelf_life_days", .whole(1...100_000), "From production to expiry."),
        .optional("packing", .object(packing), "How it may be packed."),
        .client,
    ]

    private static let unit: [Param] = [
        .required("unit", .choice(["each", "inner", "case", "pallet"]), "The unit."),
        .required("qty", .quantity, "Pieces in it."),
        .optional("size_mm", .sizeMM, "Its size."),
        .optional("weight_g", .weightG, "Its weight."),
        .optional("barcodes", .list(of: .id, max: 50), "Codes printed on it."),
    ]

    private static let packing: [Param] = [
        .optional(
            "rotation", .choiceOrList(["any", "upright", "none"], of: ["base", "long_side", "short_side"]),
            "How it may be turned, or the faces that it may stand on; any where left out."),
        .optional("fragile", .flag, "Nothing stands on it."),
        .optional("stackable", .flag, "Whether anything may stand on it; true where left out."),
        .optional("own_box", .flag, "Travels in its own box."),
        .optional("group", .id, "Its group, for never_with and with_group."),
        .optional("never_with", .list(of: .id, max: 50), "Groups that must be in another parcel."),
        .optional("with_group", .id, "Must share a parcel with this group."),
        .optional("max_top_load_g", .weightG, "What may stand on it."),
        .optional("max_stack", .whole(1...1_000), "How many of it on each other."),
        .optional("floor_only", .flag, "Stands on the floor of the box."),
        .optional("padding_mm", .whole(0...1_000), "Kept free around it."),
        .optional("nest_mm", .whole(0...10_000), "Height that each further nested piece adds."),
    ]

    static let box: [Param] = [
        .required("box", .id, "The id."),
        .required("inner_mm", .sizeMM, "The room inside."),
        .optional("outer_mm", .sizeMM, "The size outside; the inner size where left out."),
        .optional("tare_g", .weightG, "Its own weight."),
        .optional("max_weight_g", .weightG, "The most it may weigh filled, tare included."),
        .optional("cost", .money, "What one costs."),
        .optional("supply", .count, "How many there are."),
        .optional("barcode", .id, "The code printed on it."),
        .optional("kind", .choice(["carton", "mailer"]), "carton where left out."),
        .optional("give_mm", .whole(0...1_000), "How much thicker a mailer gets when it is filled."),
        .optional("clearance_mm", .whole(0...1_000), "Kept free at the four walls and below the lid."),
        .optional("max_items", .quantity, "The most pieces in it."),
    ]

    static let tote: [Param] = [
        .required("tote", .id, "The code on its plate."),
        .optional("inner_mm", .sizeMM, "The room inside."),
        .optional("tare_g", .weightG, "Its own weight."),
    ]
}
