import Cartonization
import Domain
import JSON
import LineProtocol

/// What the settings file may hold, declared like the params of a method and checked the same way.
enum SettingsDeclaration {
    static let params: [Param] = [
        .optional("data", .note, "The data folder."),
        .optional("sockets", .list(of: .object(socket), max: 8), "Where clients connect."),
        .optional("roles", .list(of: .object(grant), max: 1_000), "Who may do what."),
        .optional("limits", .object(limits), "The bounds of idle, slow and greedy clients."),
        .optional("gs1", .object(gs1), "What SSCCs are allotted from."),
        .optional("slas", .map(of: .object(sla)), "The promises that orders name."),
        .optional("default_priority", .whole(0...100), "The priority of an order whose SLA has none."),
        .optional("weight", .object(weight), "How far a parcel's weight may be off: the larger of the two."),
        .optional("packing", .object(packing), "How boxes are chosen and pieces placed."),
        .optional("tours", .object(tours), "Tours."),
        .optional(
            "counting", .object(counting),
            "Which differences of a count are not booked at once."),
        .optional(
            "printers", .map(of: .object(printer)),
            "Label printers by name; one that is not here speaks ZPL at 203 dpi."),
        .optional("labels", .object(labels), "What labels are made from."),
        .optional("events", .object(events), "What events hold."),
        .optional("retention", .object(retention), "How long history is kept."),
    ]

    private static let socket: [Param] = [
        .required("path", .note, "The socket; below the runtime folder where it is no absolute path."),
        .optional("mode", .digits(3...4), "Its file mode in octal; 0660 where left out."),
        .optional("roles", .list(of: role, max: 8), "Only these roles hold on this socket."),
    ]
    private static let grant: [Param] = [
        .optional("uid", .count, "This user, by number."),
        .optional("user", .id, "This user, by name."),
        .optional("gid", .count, "Every member of this group, by number."),
        .optional("group", .id, "Every member of this group, by name."),
        .required("roles", .list(of: role, max: 8), "The roles."),
    ]
    private static let role = ParamType.choice(Role.allCases.map(\.rawValue))
    private static let limits: [Param] = [
        .optional("connections", .whole(1...10_000), "Connections at the same time."),
        .optional(
            "idle_s", .whole(1...604_800), "A connection that asks nothing and listens to nothing is closed."),
        .optional(
            "unread_s", .whole(1...3_600), "A connection that does not read what it is sent is closed."),
    ]
    private static let gs1: [Param] = [
        .optional("company_prefix", .digits(4...12), "The GS1 company prefix."),
        .optional("extension_digit", .whole(0...9), "The first digit of an SSCC."),
    ]
    private static let sla: [Param] = [.required("priority", .whole(0...100), "Higher goes first.")]
    private static let weight: [Param] = [
        .optional("tolerance_g", .weightG, "In grams."),
        .optional("tolerance_permille", .whole(0...1_000), "In thousandths of the weight."),
    ]
    private static let packing: [Param] = [
        .optional("profile", .choice(ObjectiveProfile.allCases.map(\.rawValue)), "What is wanted most."),
        .optional(
            "support", .decimal(0...1),
            "The least share of a piece's base that rests on the floor or on pieces below; 0 for none."
        ),
        .optional(
            "freight", .object(freight), "What the carrier takes for a parcel, by its billable weight."),
    ]
    private static let freight: [Param] = [
        .required(
            "steps", .list(of: .object(step), max: PackingLimits.freightSteps),
            "Prices, the lightest first."),
        .optional(
            "divisor_cm3_per_kg", .whole(1...PackingLimits.divisor), "Volume that is billed as a kilogram."),
        .optional("handling", .decimal(0...10_000_000), "What a parcel costs to pack and to hand over."),
    ]
    private static let step: [Param] = [
        .required("to_g", .weightG, "Up to this billable weight."),
        .required("price", .decimal(0...10_000_000), "What a parcel costs."),
    ]
    private static let tours: [Param] = [
        .optional("totes", .whole(1...1_000), "Totes on a cart where the layout names no cart."),
        .optional(
            "heavy_g", .weightG,
            "Pieces of at least this weight are picked before others, lest they lie on them; 0: none are."
        ),
        .optional("fragile_last", .flag, "Whether goods marked `fragile` are picked after others."),
        .optional(
            "cold_last", .flag,
            "Whether chilled and frozen goods are picked last, to be out of the cold for the shortest time."),
        .optional(
            "warm_minutes", .whole(0...10_080),
            "Chilled and frozen goods that were picked longer ago go to quarantine when they are put back."),
    ]
    private static let counting: [Param] = [
        .optional(
            "recount_pieces", .whole(0...Limits.quantityMax),
            "A difference of more pieces, and of more than `recount_permille`, is booked once somebody else's count "
                + "says the same."),
        .optional("recount_permille", .whole(0...1_000), "In thousandths of what the books had."),
        .optional(
            "lead_pieces", .whole(0...Limits.quantityMax),
            "A difference of more pieces, and of more than `lead_permille`, that two counts found waits for a lead."
        ),
        .optional("lead_permille", .whole(0...1_000), "In thousandths of what the books had."),
    ]
    private static let printer: [Param] = [
        .optional(
            "spool", .note, "Its spool folder; below `labels.spool` and of its own name where left out."),
        .optional("dpi", .choice(["203", "300", "600"]), "Its dots per inch; 203 where left out."),
        .optional(
            "language", .choice(["zpl", "z64", "epl2", "tspl", "escpos"]),
            "What it is sent; zpl where left out, and z64 is zpl a third as long that takes longer to draw."),
    ]
    private static let labels: [Param] = [
        .optional(
            "spool", .note,
            "Printers' folders lie below it; below the data folder where it is no absolute path."),
        .optional(
            "templates", .note,
            "The folder of the label templates; below that of the settings file where it is no absolute path."
        ),
        .optional("shipping", .id, "The template of a shipping label."),
        .optional("default_printer", .id, "Takes the labels of a station that names no printer."),
        .optional(
            "ship_from", .object(sender),
            "The sender on a shipping label; the warehouse's name where left out."),
    ]
    private static let sender: [Param] = [
        .required("name", .note, "The name."),
        .required("lines", .list(of: .note, max: 6), "Street and the like."),
        .required("city", .note, "The city."),
        .required("postcode", .id, "The postcode."),
        .required("country", .id, "ISO 3166 alpha-2."),
    ]
    private static let events: [Param] = [
        .optional("addresses", .flag, "Whether events carry the ship-to address.")
    ]
    private static let retention: [Param] = [
        .optional("commands_days", .whole(7...3_650), "Answers kept for a repeated command."),
        .optional(
            "events_days", .whole(30...3_650),
            "Events; those that a consumer has yet to deal with stay longer."),
        .optional(
            "consumers_days", .whole(30...3_650), "A consumer that is not heard of for so long is forgotten."),
        .optional(
            "in_transit_days", .whole(1...3_650),
            "From handover until an order that nobody called delivered is closed and goes into the archive."),
        .optional(
            "orders_days", .whole(30...36_500),
            "Closed orders in the archive, and tours, tasks, sessions and imports that are over."),
    ]
}

extension SettingsDeclaration {
    /// What holds where the file says nothing.
    static func defaults(_ folders: Folders) -> JSONObject {
        [
            "data": .string(folders.data),
            "sockets": [["path": "wmsd.sock", "mode": "0660"]],
            "roles": [],
            "limits": ["connections": 256, "idle_s": 3_600, "unread_s": 60],
            "gs1": ["company_prefix": "0614141", "extension_digit": 1],
            "slas": [
                "SAME_DAY": ["priority": 80], "NEXT_DAY": ["priority": 60], "STANDARD": ["priority": 40],
            ],
            "default_priority": 50,
            "weight": ["tolerance_g": 50, "tolerance_permille": 30],
            "packing": ["profile": "fewest-parcels", "support": 0.75],
            "tours": [
                "totes": 12, "heavy_g": 0, "fragile_last": false, "cold_last": true, "warm_minutes": 30,
            ],
            "counting": [
                "recount_pieces": 20, "recount_permille": 200, "lead_pieces": 200, "lead_permille": 500,
            ],
            "printers": ["default": ["dpi": "203"]],
            "labels": [
                "spool": "spool", "templates": .string(folders.templates), "shipping": "shipping-4x6",
                "default_printer": "default",
            ],
            "events": ["addresses": false],
            "retention": [
                "commands_days": 8, "events_days": 30, "consumers_days": 90, "in_transit_days": 30,
                "orders_days": 400,
            ],
        ]
    }
}
