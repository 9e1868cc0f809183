extension Method {
    static let layout: [Method] = [
        .read(
            "layout.check", [.viewer],
            "Checks a layout file and says every fault; warns of pick bins that no cart gets to.",
            [.required("yaml", .text(maxBytes: WireLimits.layoutBytesMax), "The text of the layout file.")],
            result: "{warehouse, bins, stations, warnings}", kinds: [.layoutFaults]),
        .change(
            "layout.load", [], "Loads a layout, or a new revision of one, whole or not at all.",
            [
                .required("yaml", .text(maxBytes: WireLimits.layoutBytesMax), "The text of the layout file."),
                .optional("dry_run", .flag, "Only say what would change."),
                .optional(
                    "relocated", .list(of: .id, max: 100_000),
                    "Bins that hold stock and may change: what is in them has been moved by hand."),
            ],
            result: "{warehouse, revision, bins, added, removed, changed, warnings}",
            kinds: [.layoutFaults, .layoutInUse]),
        .read(
            "layout.get", Role.allCases, "The layout file of a warehouse as it was loaded.", [.warehouse],
            result: "{warehouse, revision, yaml}", kinds: [.unknownWarehouse]),
        .read(
            "layout.list", Role.allCases, "The warehouses with their layouts.", Param.page,
            result: "{layouts: [{warehouse, name, revision, bins, stations}], more}"),
    ]
}
