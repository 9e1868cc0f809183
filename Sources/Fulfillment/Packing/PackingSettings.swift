public import Cartonization
import Domain
public import JSON

/// How a site plans its parcels.
public struct PackingSettings: Sendable, Equatable {
    /// What is wanted most of a packing.
    public var profile: ObjectiveProfile = .fewestParcels
    /// How pieces must stand.
    public var rules = PackingRules()
    /// What the carrier charges; nil where that plays no part in the choice.
    public var freight: FreightTable?

    public init() {}

    /// Reads the settings' `packing`.
    ///
    ///     {"profile":"least-cost","support":0.75,"freight":{"steps":[{"to_g":1000,"price":4.2}]}}
    ///
    /// - Throws: ``PackingError`` where they cannot be followed, whatever the boxes.
    public init(json: JSONValue) throws(PackingError) {
        if let name = json["profile"]?.string, let profile = ObjectiveProfile(rawValue: name) {
            self.profile = profile
        }
        if let share = json["support"]?.double.flatMap(PackingRules.share) { rules.supportShare = share }
        if let rates = json["freight"], !rates.isNull { freight = try FreightTable(json: rates) }
        var box = BoxType(id: "any", inner: Size(lengthMM: 1, widthMM: 1, heightMM: 1))
        box.cost = 0
        _ = try Cartonizer(boxes: [box], rules: rules, profile: profile, freight: freight)
    }
}
