extension Method {
    static let stock: [Method] = [
        .change(
            "stock.receive", [], "Takes goods into a bin.", Param.receipt,
            result: "{stock, on_hand}", kinds: [.unknownBin, .unknownSKU, .wrongLot]),
        .change(
            "stock.adjust", [], "Corrects what lies in a bin.",
            [
                .required("bin", .id, "The bin."),
                .required("sku", .id, "The SKU."),
                .required(
                    "delta", .whole(-1_000_000_000...1_000_000_000), "Pieces more (or, below zero, fewer)."),
                .required("reason", .id, "Why."),
                .optional("lot", .id, "The lot."),
                .optional("expiry", .date, "The expiry date."),
                .warehouse, .client,
            ],
            result: "{stock, on_hand}", kinds: [.unknownBin, .unknownSKU, .stockShort]),
        .change(
            "stock.move", [.picker], "Moves goods from one bin to another.",
            [
                .required("bin", .id, "From here."),
                .required("to", .id, "To here."),
                .required("sku", .id, "The SKU."),
                .required("qty", .quantity, "Pieces."),
                .optional("lot", .id, "The lot."),
                .optional("expiry", .date, "The expiry date."),
                .warehouse, .client,
            ],
            result: "{stock, on_hand}", kinds: [.unknownBin, .unknownSKU, .stockShort]),
        .read(
            "stock.list", Role.allCases, "Stock records by bin.",
            [
                .optional("bin", .id, "Only this bin."), .optional("sku", .id, "Only this SKU."), .warehouse,
                .client,
            ]
                + Param.page,
            result: "{stock: [{stock, bin, sku, qty, reserved, lot, expiry, status, received}], more}",
            kinds: [.unknownBin, .unknownSKU]),
        .read(
            "stock.available", Role.allCases, "What can still be promised of a SKU.",
            [.required("sku", .id, "The SKU."), .warehouse, .client],
            result: "{sku, on_hand, available, promised, reserved}", kinds: [.unknownSKU]),
    ]
}

extension Param {
    static let receipt: [Param] = [
        .required("bin", .id, "The bin."),
        .required("sku", .id, "The SKU."),
        .required("qty", .quantity, "Pieces."),
        .optional("lot", .id, "The lot, where the SKU is tracked by lot."),
        .optional("expiry", .date, "The expiry date, where the SKU is tracked by it."),
        .optional(
            "status", .choice(["available", "hold", "quarantine", "damaged", "returned"]),
            "available where left out."),
        .optional("plate", .id, "The pallet or case that it stands on."),
        .optional("ref", .id, "The receipt's own number."),
        .warehouse, .client,
    ]
}
