extension Method {
    static let bulk: [Method] = [
        .change(
            "import.begin", [.oms], "Begins to bring rows in: all of them or none.",
            [
                .required("kind", .choice(["sku", "box", "tote", "stock"]), "What the rows are."),
                .warehouse, .client,
            ],
            result: "{import}"),
        .change(
            "import.rows", [.oms], "Brings further rows.",
            [
                .required("import", .number, "The import."),
                .required(
                    "first_line", .whole(1...1_000_000_000), "The line of the first row in the caller's file."
                ),
                .required(
                    "rows", .list(of: .untouched, max: WireLimits.importRowsMax),
                    "Params of sku.upsert, box.upsert, tote.upsert or stock.receive, one object a row."),
            ],
            result: "{import, rows}", kinds: [.unknownImport, .importFaults]),
        .change(
            "import.commit", [.oms], "Takes all rows in, or none.",
            [.required("import", .number, "The import.")],
            result: "{import, rows}", kinds: [.unknownImport, .importFaults]),
    ]

    static let operation: [Method] = [
        .read(
            "help", Role.allCases, "The methods, or one of them with its params.",
            [.optional("method", .id, "Such as order.allocate.")],
            result: "{methods: [{method, summary}]}, or the method's declaration", kinds: [.unknownMethod]),
        .read("ping", Role.allCases, "Answers.", result: "{pong, time}"),
        .read(
            "status", Role.allCases, "How the daemon and the floor are doing.",
            result: "{version, uptime_s, journal, head, orders, tours, printers: [{printer, queued, spooled, "
                + "oldest_job, waits_since, fault, fault_since, tries_at}], …}"),
        .read(
            "audit", [.viewer], "Checks every rule that no state may break.",
            result: "{sound, rules: [{rule, holds, breaches}]}"),
    ]
}

extension Method {
    /// What one row of an import of this kind is: the params of the method that takes one alone.
    public static func importRow(of kind: String) -> [Param]? {
        switch kind {
        case "sku": Param.sku
        case "box": Param.box
        case "tote": Param.tote
        case "stock": Param.receipt
        default: nil
        }
    }
}
