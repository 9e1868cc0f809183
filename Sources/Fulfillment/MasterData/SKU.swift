import GRDB
import JSON

/// A stock-keeping unit as the rules use it.
struct SKU {
    let client: ClientID
    let id: SKUID
    let name: String
    let sizeMM: (Int, Int, Int)
    let weightG: Int
    let storage: StorageClimate
    let track: Set<Tracking>
    let rotation: Rotation
    /// Handling for packing, in the words of the packing plan format.
    let packing: JSONObject

    init(_ row: Row) {
        client = row["client"]
        id = row["sku"]
        name = row["name"]
        sizeMM = (row["length_mm"], row["width_mm"], row["height_mm"])
        weightG = row["weight_g"]
        storage = StorageClimate(rawValue: row["storage"]) ?? .ambient
        track = Set(
            (row["track"] as String).split(separator: ",").compactMap { Tracking(rawValue: String($0)) })
        rotation = Rotation(rawValue: row["rotation"]) ?? .fefo
        packing = (try? JSONValue(parsing: row["packing"] as String))?.object ?? JSONObject()
    }

    /// The room of one piece in millilitres, at least one.
    var volumeML: Int { max(1, sizeMM.0 * sizeMM.1 * sizeMM.2 / 1_000) }
}

/// What has to be recorded of each piece when it moves.
enum Tracking: String, CaseIterable {
    case lot, expiry, serial
}

/// Which stock goes first.
enum Rotation: String, CaseIterable {
    /// First expired, first out; the walk decides between equal days.
    case fefo = "FEFO"
    /// First received, first out; the walk decides between equal days.
    case fifo = "FIFO"
}

enum StorageClimate: String, CaseIterable {
    case ambient, chilled, frozen
}

extension Transaction {
    /// The client that a command names; "" where there is one owner.
    func client(_ params: Params) throws(Refusal) -> ClientID {
        ClientID(try params.optionalText("client") ?? "")
    }

    func sku(_ id: SKUID, of client: ClientID) throws(Refusal) -> SKU {
        guard let row = try row("SELECT * FROM sku WHERE client = ? AND sku = ?", [client, id]) else {
            throw .unknownSKU(id.text)
        }
        return SKU(row)
    }

    /// The barcodes of a SKU, sorted.
    func barcodes(of id: SKUID, _ client: ClientID) throws(Refusal) -> [String] {
        try rows("SELECT barcode FROM barcode WHERE client = ? AND sku = ? ORDER BY barcode", [client, id])
            .map { $0["barcode"] }
    }
}
