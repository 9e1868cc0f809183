extension Method {
    static let people: [Method] = [
        .change(
            "session.start", [.picker, .packer, .driver], "A badge begins to work on a device.",
            [
                .required("badge", .id, "Who."),
                .required("device", .id, "On which device."),
                .optional("station", .id, "At this station."),
                .optional("cart", .id, "With this cart."),
                .warehouse,
            ],
            rules: [.atMostOne(["station", "cart"])],
            result: "{session}", kinds: [.unknownStation, .unknownWarehouse, .wrongState]),
        .change(
            "session.end", [.picker, .packer, .driver], "The badge stops working.", [.session],
            result: "{session}", kinds: [.unknownSession, .wrongState]),
        .read(
            "session.list", [.viewer], "Who is at work.", Param.page,
            result: "{sessions: [{session, badge, device, station, cart, since}], more}"),
    ]

    static let tours: [Method] = [
        .change(
            "tour.next", [.picker], "The next tour, or the current prompt of the one begun.", [.session],
            result: "prompt", kinds: [.unknownSession, .wrongState]),
        .change(
            "tour.scan", [.picker], "What was scanned or keyed for a step.",
            [.session, .step, .required("code", .code, "All that was scanned or keyed.")],
            result: "prompt",
            kinds: [
                .unknownSession, .staleStep, .wrongBin, .wrongItem, .wrongTote, .wrongLot, .tooMany,
                .unknownCode,
                .ambiguousCode, .toteInUse,
            ]),
        .change(
            "tour.short", [.picker], "There is less in the bin than asked for.",
            [
                .session, .step, .required("found", .count, "How many there are."),
                .required("reason", .id, "Why."),
            ],
            result: "prompt", kinds: [.unknownSession, .staleStep, .tooMany, .wrongState]),
        .change(
            "tour.skip", [.picker], "Leaves this stop for later.", [.session, .optionalStep],
            result: "prompt", kinds: [.unknownSession, .staleStep, .wrongState]),
        .read(
            "tour.why", [.picker], "Why this stop, this bin and this quantity.", [.session, .optionalStep],
            result: "{why: [sentence], prompt}", kinds: [.unknownSession, .staleStep]),
        .change(
            "tour.pause", [.picker], "Lays the tour aside.", [.session, .optionalStep],
            result: "prompt", kinds: [.unknownSession, .staleStep, .wrongState]),
        .read(
            "tour.list", Role.allCases, "The tours.",
            [.optional("state", .id, "Only tours in this state."), .warehouse] + Param.page,
            result:
                "{tours: [{tour, state, cart, badge, start, finish, length_m, lower_bound_m, "
                + "by_location_code_m, picks}], more}"
        ),
    ]

    static let packing: [Method] = [
        .change(
            "pack.start", [.packer], "Begins to pack a tote or an order.",
            [.session, .required("code", .code, "The tote or the order.")],
            result: "prompt, with parcel, box and places in show, and where each piece goes in words",
            kinds: [.unknownSession, .unknownCode, .unknownTote, .unknownOrder, .wrongState, .doesNotFit]),
        .change(
            "pack.scan", [.packer],
            "What was scanned or keyed for a step: box, items, weight, close, label; *UNDO takes the last piece out, *FULL ends the box.",
            [.session, .step, .required("code", .code, "All that was scanned or keyed.")],
            result: "prompt",
            kinds: [
                .unknownSession, .staleStep, .wrongItem, .wrongLot, .tooMany, .weightOff, .contentsDiffer,
                .unknownCode, .ambiguousCode, .notConfigured, .doesNotFit, .wrongState,
            ]),
        .change(
            "pack.box", [.packer],
            "Packs a parcel in another box: what is in the first goes into it, what does not fit into further ones.",
            [parcel, .required("box", .code, "The box type or its barcode.")],
            result: "{parcel, box, parcels}", kinds: [.unknownParcel, .unknownBox, .doesNotFit, .wrongState]),
        .change(
            "pack.undo", [.packer], "Takes the piece put in last out of the box.", [parcel],
            result: "{parcel, sku, done, of}", kinds: [.unknownParcel, .wrongState]),
        .change(
            "pack.reopen", [.packer],
            "Opens a closed parcel to be packed on and weighed anew; its label is void.",
            [parcel, .required("reason", .note, "Why.")],
            result: "{parcel, sscc, labels: [{job, taken_back}]}", kinds: [.unknownParcel, .wrongState]),
        .change(
            "pack.weigh", [.packer], "The weight of a parcel.",
            [parcel, .required("weight_g", .weightG, "What the scale shows.")],
            result: "{parcel, weight_g, expected_g}",
            kinds: [.unknownParcel, .weightOff, .contentsDiffer, .wrongState]),
        .change(
            "pack.close", [.packer], "Closes a parcel: allots its SSCC and queues its label.", [parcel],
            result: "{sscc, label}", kinds: [.unknownParcel, .contentsDiffer, .wrongState, .notConfigured]),
        .change(
            "pack.confirm", [.packer], "The label that is on the box has been scanned.",
            [parcel, .required("code", .code, "The scanned label.")],
            result: "{parcel, sscc, order_id, packed}",
            kinds: [.unknownParcel, .unknownCode, .contentsDiffer, .wrongState]),
    ]

    private static let parcel = Param.required("parcel", .codeOrNumber, "The parcel's number or its SSCC.")
}
