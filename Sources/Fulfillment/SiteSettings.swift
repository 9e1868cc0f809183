public import Domain

/// What a site is configured with at its start.
public struct SiteSettings: Sendable {
    /// The GS1 company prefix that SSCCs are allotted from, 4 to 12 digits.
    public var gs1CompanyPrefix = "0614141"
    public var ssccExtensionDigit = 1
    /// Priority of an order by its SLA where it names none itself; `defaultPriority` for other SLAs.
    public var priorityBySLA: [String: Int] = ["SAME_DAY": 80, "NEXT_DAY": 60, "STANDARD": 40]
    public var defaultPriority = 50
    /// How far a parcel's weight may be off: the larger of the two.
    public var weightToleranceG = 50
    public var weightTolerancePermille = 30
    /// How boxes are chosen and pieces placed.
    public var packing = PackingSettings()
    /// Orders on one cart, one tote each, where the layout names no cart.
    public var totesPerTour = 12
    /// Pieces of at least this weight go onto the cart first, lest they lie on others; nil where none do.
    ///
    /// Off by default, as is ``fragileLast``: each order has a tote of its own, and every rule makes walks
    /// longer.
    public var heavyFromG: Int?
    /// Whether what is marked fragile for packing goes onto the cart after what is not.
    public var fragileLast = false
    /// Whether chilled and frozen goods are picked last, to be out of the cold for the shortest time.
    public var coldLast = true
    /// Cold goods that were outside their storage for longer go to quarantine when they are put back.
    public var warmMinutesMax = 30
    /// When a bin has to be counted a second time.
    public var counting = CountingSettings()
    /// The printer for the labels of a station that names none.
    public var defaultPrinter = "default"
    /// The printers that the configuration names; those that stations name are known as well.
    public var printers: [String] = []
    /// The template of a shipping label.
    public var shippingTemplate = "shipping-4x6"
    /// Whether events carry the ship-to address.
    public var addressesInEvents = false
    /// How a refusal is put into words, for those that are stored until somebody asks: faults of an import.
    public var words: @Sendable (Refusal) -> String = { "\($0)" }
    /// How long history is kept.
    public var retention = Retention()

    public init() {}
}

/// Settings that every transaction of a site has, without a copy of them each.
final class SharedSettings: Sendable {
    let values: SiteSettings

    init(_ values: SiteSettings) { self.values = values }
}
