extension Method {
    static let parcels: [Method] = [
        .read(
            "parcel.get", Role.allCases, "One parcel.",
            [.required("parcel", .codeOrNumber, "The parcel, its SSCC or a scan of its label.")],
            result:
                "{parcel, order_id, number, parcels, state, box, inner_mm, weight_g, sscc, "
                + "plan: [{sku, at_mm, size_mm}], …}; plan in packing order",
            kinds: [.unknownParcel]),
        .read(
            "parcel.list", Role.allCases, "The parcels.",
            [
                .optional("order_id", .id, "Only of this order."),
                .optional("state", .id, "Only in this state."),
                .optional("driver", .id, "Only for this driver."),
                .warehouse,
            ] + Param.page,
            result: "{parcels: [{parcel, sscc, order_id, state, box, weight_g}], more}"),
        .change(
            "parcel.handover", [.driver, .packer], "The driver's scan of a parcel at the dock.",
            [
                .required("code", .code, "The scanned label."), .required("driver", .id, "Who takes it."),
                .warehouse,
            ],
            result: "{parcel, order_id, left}", kinds: [.unknownParcel, .unknownCode, .wrongState]),
    ]

    static let labels: [Method] = [
        .read(
            "label.list", Role.allCases, "The label jobs.",
            [
                .optional("parcel", .codeOrNumber, "Only of this parcel."),
                .optional("printer", .id, "Only for this printer."),
                .optional("state", .id, "Only in this state."),
            ] + Param.page,
            result: "{labels: [{job, parcel, printer, template, copy, state, sscc, reason, outcome}], more}"),
        .change(
            "label.reprint", [.packer], "Queues another copy of a parcel's label.",
            [
                .optional("parcel", .codeOrNumber, "The parcel."),
                .optional("job", .number, "The job to print again."),
                .required("reason", .id, "Why."),
                .optional("printer", .id, "Another printer."),
            ],
            rules: [.exactlyOne(["parcel", "job"])],
            result: "{job, copy}",
            kinds: [.unknownParcel, .unknownLabel, .unknownPrinter, .wrongState, .notConfigured]),
        .change(
            "label.move", [.packer],
            "Sends labels that are not with a feeder yet to another printer, in their order.",
            [
                .optional(
                    "job", .number, "One label job; also one that could not be drawn, to try it again."),
                .optional(
                    "from", .id,
                    "The oldest 500 that wait for this printer, or could not be drawn for it and are still wanted."
                ),
                .required("printer", .id, "Where they go."),
            ],
            rules: [.exactlyOne(["job", "from"])],
            result: "{printer, moved: [job]}", kinds: [.unknownLabel, .unknownPrinter, .wrongState]),
        .change(
            "label.void", [.packer],
            "The label holds no longer: what is not with a feeder yet is taken back, the SSCC is never used again, "
                + "and the parcel is closed anew.",
            [
                .optional("parcel", .codeOrNumber, "The parcel."),
                .optional("job", .number, "A label job of it."),
                .required("reason", .note, "Why."),
            ],
            rules: [.exactlyOne(["parcel", "job"])],
            result:
                "{parcel, sscc, labels: [{job, taken_back}]}; one not taken back may be on paper: destroy it",
            kinds: [.unknownParcel, .unknownLabel, .wrongState]),
        .change(
            "label.outcome", [.printer],
            "What became of a label job, from a feeder that took its file out of the spool.",
            [
                .required("job", .number, "The job."),
                .required("outcome", .choice(["printed", "failed"]), "What became of it."),
                .optional("reason", .note, "Why it failed."),
            ],
            result: "{job, state}", kinds: [.unknownLabel, .wrongState]),
    ]

    static let events: [Method] = [
        .read(
            "event.subscribe", [.oms, .viewer, .printer, .driver],
            "From now on this connection gets every event after a point, then what is new.",
            [
                .optional("consumer", .id, "A name whose acknowledged point the daemon keeps."),
                .optional(
                    "after", .count,
                    "Events after this sequence number; where left out, after the consumer's acknowledged one, "
                        + "or only new ones where no consumer is named."),
                .optional("types", .list(of: .id, max: 100), "Only these types."),
            ],
            result: "{after, head}", kinds: [.gone, .ahead]),
        .change(
            "event.ack", [.oms, .viewer, .printer, .driver], "The consumer has dealt with all up to here.",
            [.required("consumer", .id, "Who."), .required("sequence", .count, "The last one dealt with.")],
            result: "{consumer, sequence}", kinds: [.ahead]),
        .change(
            "event.forget", [.oms], "The consumer is gone for good.", [.required("consumer", .id, "Who.")],
            result: "{consumer}", kinds: [.unknownConsumer]),
        .read(
            "event.list", [.oms, .viewer], "Stored events.",
            [
                .optional(
                    "limit", .whole(1...WireLimits.listRowsMax), "At most so many; 100 where left out."),
                .optional(
                    "after", .count, "Events after this sequence number; the oldest kept where left out."),
                .optional("types", .list(of: .id, max: 100), "Only these types."),
            ],
            result: "{events: […], more, head}", kinds: [.gone, .ahead]),
    ]
}
