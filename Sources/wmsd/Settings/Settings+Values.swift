import Domain
import Fulfillment
import JSON
import Labels
import LineProtocol

extension Settings {
    struct Socket: Equatable {
        let path: String
        let mode: UInt32
        /// Nil where the socket narrows nothing.
        let roles: [Role]?
    }

    struct Printer: Equatable {
        let spoolFolder: String
        let dotsPerInch: Int
        /// The language that it speaks.
        let format: LabelFormat
    }

    var dataFolder: String { values["data"]?.string ?? folders.data }

    var sockets: [Socket] {
        (values["sockets"]?.array ?? []).map { socket in
            Socket(
                path: resolved(socket["path"]?.string ?? "", below: folders.runtime),
                mode: UInt32(socket["mode"]?.string ?? "", radix: 8) ?? 0o660,
                roles: socket["roles"].map(Self.roles))
        }
    }

    var grants: [Grant] {
        (values["roles"]?.array ?? []).compactMap { grant in
            let roles = Self.roles(grant["roles"] ?? [])
            if let uid = grant["uid"]?.int { return Grant(holder: .userID(uid), roles: roles) }
            if let name = grant["user"]?.string { return Grant(holder: .user(name), roles: roles) }
            if let gid = grant["gid"]?.int { return Grant(holder: .groupID(gid), roles: roles) }
            if let name = grant["group"]?.string { return Grant(holder: .group(name), roles: roles) }
            return nil
        }
    }

    var bounds: ConnectionBounds {
        ConnectionBounds(
            connectionsMax: whole("limits", "connections"), idleSeconds: whole("limits", "idle_s"),
            unreadSeconds: whole("limits", "unread_s"))
    }

    /// The printers that the settings name, the default one among them, sorted.
    var printerNames: [String] {
        Set((values["printers"]?.object?.keys ?? []) + [text("labels", "default_printer")]).sorted()
    }

    /// The printer of this name; one that the settings do not name has what printers have by default.
    func printer(_ name: String) -> Printer {
        let printer = values["printers"]?[name]
        let spool = resolved(text("labels", "spool"), below: dataFolder)
        return Printer(
            spoolFolder: printer?["spool"]?.string.map { resolved($0, below: dataFolder) }
                ?? "\(spool)/\(name)",
            dotsPerInch: Int(printer?["dpi"]?.string ?? "") ?? 203,
            format: LabelFormat(rawValue: printer?["language"]?.string ?? "") ?? .zpl)
    }

    var templateFolder: String { text("labels", "templates") }
    /// Nil where the warehouse's name is enough.
    var shipFrom: JSONValue? { values["labels"]?["ship_from"] }

    /// The settings of the site.
    var site: SiteSettings {
        var site = SiteSettings()
        site.gs1CompanyPrefix = text("gs1", "company_prefix")
        site.ssccExtensionDigit = whole("gs1", "extension_digit")
        site.priorityBySLA = Dictionary(
            uniqueKeysWithValues: (values["slas"]?.object ?? [:]).members.compactMap { name, sla in
                sla["priority"]?.int.map { (name, $0) }
            })
        site.defaultPriority = values["default_priority"]?.int ?? site.defaultPriority
        site.weightToleranceG = whole("weight", "tolerance_g")
        site.weightTolerancePermille = whole("weight", "tolerance_permille")
        site.packing = values["packing"].flatMap { try? PackingSettings(json: $0) } ?? site.packing
        site.totesPerTour = whole("tours", "totes")
        site.heavyFromG = whole("tours", "heavy_g") > 0 ? whole("tours", "heavy_g") : nil
        site.fragileLast = flag("tours", "fragile_last")
        site.coldLast = flag("tours", "cold_last")
        site.warmMinutesMax = whole("tours", "warm_minutes")
        site.counting.recountPieces = whole("counting", "recount_pieces")
        site.counting.recountPermille = whole("counting", "recount_permille")
        site.counting.leadPieces = whole("counting", "lead_pieces")
        site.counting.leadPermille = whole("counting", "lead_permille")
        site.defaultPrinter = text("labels", "default_printer")
        site.printers = printerNames
        site.shippingTemplate = text("labels", "shipping")
        site.addressesInEvents = flag("events", "addresses")
        site.retention.commandsDays = whole("retention", "commands_days")
        site.retention.eventsDays = whole("retention", "events_days")
        site.retention.consumersDays = whole("retention", "consumers_days")
        site.retention.inTransitDays = whole("retention", "in_transit_days")
        site.retention.ordersDays = whole("retention", "orders_days")
        site.words = { ProtocolError($0).message }
        return site
    }

    private static func roles(_ list: JSONValue) -> [Role] {
        (list.array ?? []).compactMap { $0.string.flatMap(Role.init(rawValue:)) }
    }

    /// The defaults hold every value that is read here; the check has seen to its type.
    private func whole(_ group: String, _ name: String) -> Int { values[group]?[name]?.int ?? 0 }
    private func flag(_ group: String, _ name: String) -> Bool { values[group]?[name]?.bool ?? false }
    private func text(_ group: String, _ name: String) -> String { values[group]?[name]?.string ?? "" }
}
