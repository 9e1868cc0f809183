public import Domain
public import JSON

/// What a request or a row of an import says of a SKU; what it leaves out stays as it is.
public struct SKUPatch: Sendable, Equatable {
    public let client: ClientID
    public let id: SKUID
    public var name: String?
    public var size: SizeMM?
    public var weightG: Int?
    public var storage: StorageClimate?
    public var hazard: String?
    public var track: Set<Tracking>?
    public var rotation: Rotation?
    public var shelfLifeDays: Int?
    public var units: [StockUnit]?
    public var packing: JSONObject?
    /// Of one piece, in the spelling that scans are looked up by.
    public var barcodes: [String]?

    public init(_ id: SKUID, of client: ClientID) {
        self.id = id
        self.client = client
    }

    public var key: SKUKey { SKUKey(client, id) }

    /// The SKU as it is with this; nil where neither says how large and heavy it is.
    public func sku(over existing: SKU?) -> SKU? {
        guard let size = size ?? existing?.size, let weightG = weightG ?? existing?.weightG else {
            return nil
        }
        return SKU(
            client: client, id: id, name: name ?? existing?.name ?? id.text, size: size, weightG: weightG,
            storage: storage ?? existing?.storage ?? .ambient, hazard: hazard ?? existing?.hazard ?? "",
            track: track ?? existing?.track ?? [], rotation: rotation ?? existing?.rotation ?? .fefo,
            shelfLifeDays: shelfLifeDays ?? existing?.shelfLifeDays, units: units ?? existing?.units ?? [],
            packing: packing ?? existing?.packing ?? JSONObject())
    }

    /// What this and then `later` say of the same SKU.
    public func followed(by later: SKUPatch) -> SKUPatch {
        assert(key == later.key, "\(later.id) is another SKU than \(id)")
        var both = self
        both.name = later.name ?? name
        both.size = later.size ?? size
        both.weightG = later.weightG ?? weightG
        both.storage = later.storage ?? storage
        both.hazard = later.hazard ?? hazard
        both.track = later.track ?? track
        both.rotation = later.rotation ?? rotation
        both.shelfLifeDays = later.shelfLifeDays ?? shelfLifeDays
        both.units = later.units ?? units
        both.packing = later.packing ?? packing
        both.barcodes = later.barcodes ?? barcodes
        return both
    }

    /// Every barcode that it gives, with the unit that it names; one that is given twice is the piece's, or that of
    /// the first unit.
    var codes: [(barcode: String, unit: UnitName)] {
        Self.codes(of: barcodes ?? [], units: units ?? [])
    }

    /// The barcodes of one piece and of its units, each once.
    static func codes(of pieces: [String], units: [StockUnit]) -> [(barcode: String, unit: UnitName)] {
        if pieces.isEmpty && units.isEmpty { return [] }
        var codes: [(barcode: String, unit: UnitName)] = []
        var seen: Set<String> = []
        for barcode in pieces where seen.insert(barcode).inserted { codes.append((barcode, .each)) }
        for unit in units {
            for barcode in unit.barcodes where seen.insert(barcode).inserted {
                codes.append((barcode, unit.name))
            }
        }
        return codes
    }
}
