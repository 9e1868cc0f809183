import Domain
import GRDB
import JSON
import Operations

/// A stock-keeping unit as the rules use it.
struct SKU {
    let client: ClientID
    let id: SKUID
    let name: String
    let size: SizeMM
    let weightG: Int
    let storage: StorageClimate
    let hazard: String
    let track: Set<Tracking>
    let rotation: Rotation
    let shelfLifeDays: Int?
    /// Larger units, as they were declared.
    let units: [StockUnit]
    /// Handling for packing, in the words of the packing plan format.
    let packing: JSONObject

    init(_ row: Row) throws(Refusal) {
        client = row["client"]
        id = row["sku"]
        name = row["name"]
        guard let size = row.size("") else { throw .unreadable("sku \(id): it has no size") }
        self.size = size
        weightG = row["weight_g"]
        storage = try row.word("storage")
        hazard = row["hazard"]
        track = try Self.tracking(row["track"], of: id)
        rotation = try row.word("rotation")
        shelfLifeDays = row["shelf_life_days"]
        units = try Self.units(row.list("units"), of: id)
        packing = try row.object("packing")
    }

    private static func tracking(_ text: String, of id: SKUID) throws(Refusal) -> Set<Tracking> {
        var track: Set<Tracking> = []
        for word in text.split(separator: ",") {
            guard let tracking = Tracking(rawValue: String(word)) else {
                throw .unreadable("sku \(id): track holds \"\(word)\"")
            }
            track.insert(tracking)
        }
        return track
    }

    private static func units(_ list: [JSONValue], of id: SKUID) throws(Refusal) -> [StockUnit] {
        var units: [StockUnit] = []
        for value in list {
            guard let object = value.object, let unit = try? UnitOfSKU(reading: object) else {
                throw .unreadable("sku \(id): units holds \(value)")
            }
            units.append(unit.stockUnit)
        }
        return units
    }

    /// The room of one piece in millilitres, at least one.
    var volumeML: Int { size.volumeML }

    /// The pieces of so many units.
    ///
    /// - Throws: ``Refusal/unknownUnit(sku:unit:known:)`` where the SKU has no such unit.
    func pieces(_ quantity: Int, _ name: UnitName) throws(Refusal) -> Int {
        guard let each = self.quantity(in: name) else {
            throw .unknownUnit(sku: id.text, unit: name.rawValue, known: ["each"] + units.map(\.name.rawValue))
        }
        let (pieces, overflows) = quantity.multipliedReportingOverflow(by: each)
        guard !overflows, pieces <= Limits.quantityMax else {
            throw .badParams(param: "qty", problem: "\(quantity) × \(each) are more than \(Limits.quantityMax) pieces")
        }
        return pieces
    }

    /// The pieces in one unit; nil where the SKU has no such unit. One piece needs no declaration.
    func quantity(in name: UnitName) -> Int? {
        units.first { $0.name == name }?.quantity ?? (name == .each ? 1 : nil)
    }
}

extension Transaction {
    func sku(_ id: SKUID, of client: ClientID) throws(Refusal) -> SKU {
        guard let row = try row("SELECT * FROM sku WHERE client = ? AND sku = ?", [client, id]) else {
            throw .unknownSKU(id.text)
        }
        return try SKU(row)
    }

    /// The barcodes of one piece of a SKU, sorted.
    func barcodes(of id: SKUID, _ client: ClientID) throws(Refusal) -> [String] {
        try rows(
            "SELECT barcode FROM barcode WHERE client = ? AND sku = ? AND unit = 'each' ORDER BY barcode",
            [client, id]
        ).map { $0["barcode"] }
    }
}
