public import JSON

/// A stock-keeping unit of one client.
public struct SKU: Sendable, Equatable {
    public let client: ClientID
    public let id: SKUID
    /// What a person calls it.
    public var name: String
    /// One piece.
    public var size: SizeMM
    /// One piece.
    public var weightG: Int
    public var storage: StorageClimate
    /// Hazard class; "" for none.
    public var hazard: String
    public var track: Set<Tracking>
    public var rotation: Rotation
    /// From production to expiry.
    public var shelfLifeDays: Int?
    /// Units that it is counted and ordered in beside the piece.
    public var units: [StockUnit]
    /// How it may be packed, in the words of the packing plan format.
    public var packing: JSONObject

    public init(
        client: ClientID, id: SKUID, name: String, size: SizeMM, weightG: Int,
        storage: StorageClimate = .ambient,
        hazard: String = "", track: Set<Tracking> = [], rotation: Rotation = .fefo, shelfLifeDays: Int? = nil,
        units: [StockUnit] = [], packing: JSONObject = JSONObject()
    ) {
        self.client = client
        self.id = id
        self.name = name
        self.size = size
        self.weightG = weightG
        self.storage = storage
        self.hazard = hazard
        self.track = track
        self.rotation = rotation
        self.shelfLifeDays = shelfLifeDays
        self.units = units
        self.packing = packing
    }

    /// The room of one piece in millilitres, at least one.
    public var volumeML: Int { size.volumeML }

    /// The unit of that name; nil where it has none. A piece counts as no unit unless one is written down.
    public func unit(_ name: UnitName) -> StockUnit? { units.first { $0.name == name } }
}

/// What a scanned code says of goods: a SKU, and the unit whose barcode it is.
public struct ItemMeaning: Sendable, Equatable {
    public let sku: SKU
    /// Nil for one piece.
    public let unit: StockUnit?

    public init(sku: SKU, unit: StockUnit?) {
        self.sku = sku
        self.unit = unit
    }

    /// Pieces that one such code stands for.
    public var pieces: Int { unit?.quantity ?? 1 }
}
