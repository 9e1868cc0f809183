import Common

/// The floor that the load works on: that of `wms-bench routing` with 20 aisles and 3 cross aisles, as a layout
/// file, with a SKU in each of its bins.
struct LoadWarehouse {
    static let name = "WH-BENCH"
    static let aisles = 20
    static let crossAisles = 3
    /// Along one aisle, with a bin on either side.
    static let cells = 60
    static let benches = 8
    /// More than all orders of a run want.
    private static let piecesPerBin = 10_000_000

    static let skuCount = aisles * cells * 2

    /// A start and a pack station front left, where the routing bench has its depot.
    static let yaml = """
        warehouse: \(name)
        cross_aisles: [{id: FRONT, y: 0}, {id: MID, y: 32}, {id: BACK, y: 64}]
        aisles:
          - id: 01..\(aisles)
            x: 0
            pitch: 5
            shelves:
              - {count: \(cells), first_y: 1.5, length: 1, sides: both, bins: {columns: 1, levels: 1, size: [900, 600, 400]}}
              - {count: \(cells), first_y: 33.5, length: 1, sides: both, bins: {columns: 1, levels: 1, size: [900, 600, 400]}}
        stations:
          - {id: DEPOT, kind: start, x: 0, y: 0}
          - {id: PACK-1..\(benches), kind: pack, x: 0, y: 0, pitch: [0, -1]}
          - {id: DOCK-1, kind: dock, x: 10, y: 0}

        """

    /// The bin of a SKU, by its number from 0.
    static func bin(ofSKU index: Int) -> String {
        let (aisle, shelf) = (index / (cells * 2) + 1, index % (cells * 2) + 1)
        return "\(aisle.zeroPadded(to: 2))-\(shelf)-01"
    }

    /// Aisle and cell, from 0, of a SKU.
    static func cell(ofSKU index: Int) -> (aisle: Int, cell: Int) {
        (index / (cells * 2), index % (cells * 2) / 2)
    }

    static func sku(_ index: Int) -> String { "S-\(index.zeroPadded(to: 7))" }
    static func tote(_ index: Int) -> String { "T-\(index.zeroPadded(to: 5))" }
    static func bench(_ index: Int) -> String { "PACK-\(index % benches + 1)" }

    /// An EAN-13 for a SKU.
    static func barcode(_ index: Int) -> String {
        let digits = "29\(index.zeroPadded(to: 10))"
        return digits + (CheckDigit.following(digits).map(String.init) ?? "")
    }

    /// One row of an import of SKUs.
    static func skuRow(_ index: Int) -> String {
        let size = "[\(60 + index % 8 * 10),\(80 + index / 8 % 8 * 10),\(100 + index / 64 % 8 * 10)]"
        return #"{"sku":"\#(sku(index))","name":"Article \#(index)","barcodes":["\#(barcode(index))"],"#
            + #""size_mm":\#(size),"weight_g":\#(100 + index % 19 * 50)}"#
    }

    static func stockRow(_ index: Int) -> String {
        #"{"bin":"\#(bin(ofSKU: index))","sku":"\#(sku(index))","qty":\#(piecesPerBin)}"#
    }

    static func toteRow(_ index: Int) -> String { #"{"tote":"\#(tote(index))"}"# }

    static let boxRows = [
        #"{"box":"S","inner_mm":[240,160,130],"tare_g":90,"cost":"0.35"}"#,
        #"{"box":"M","inner_mm":[400,300,200],"tare_g":300,"cost":"0.80"}"#,
        #"{"box":"L","inner_mm":[600,400,400],"tare_g":700,"cost":"1.60"}"#,
    ]
}
