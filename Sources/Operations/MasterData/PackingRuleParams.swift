import LineProtocol

/// How goods may be packed, in the words of the packing plan format; the packing engine reads them.
enum PackingRuleParams {
    static let all: [Param] = [
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
}
