import Domain
import JSON
import LineProtocol

@testable import Operations

/// A record with one member of each make, to read and to write.
struct Parcelled: Record, Equatable {
    var sku = SKUID("")
    var quantity = 1
    var note: String?
    var status = StockStatus.available
    var isUrgent = false
    var lots: [String] = []
    var pieces: [Piece] = []
    var place = Place()

    static let fields: [Field<Parcelled>] =
        [
            .required("sku", \.sku, .sku, "What."),
            .required("qty", \.quantity, .quantity, "How many."),
            .optional("note", \.note, .note, "Words."),
            .defaulted("status", \.status, .word(), absent: .available, "What may be done with it."),
            .flag("urgent", \.isUrgent, "Whether it is."),
            .list("lots", \.lots, of: .anyID, max: 2, "Their lots."),
            .list("pieces", \.pieces, of: .record(), max: 3, "The pieces."),
        ] + .members(of: \.place)

    struct Piece: Record, Equatable {
        var weightG = 0
        var size: SizeMM?

        static let fields: [Field<Piece>] = [
            .required("weight_g", \.weightG, .weightG, "Its weight."),
            .optional("size_mm", \.size, .sizeMM, "Its size."),
        ]
    }

    struct Place: Record, Equatable {
        var bin: BinCode?
        var since: Instant?

        static let fields: [Field<Place>] = [
            .optional("bin", \.bin, .bin, "Where."),
            .optional("since", \.since, .time, "Since when."),
        ]
    }
}

extension Record {
    /// The record and what is wrong with it, as `path message`.
    static func reading(_ object: JSONObject) -> (record: Self, faults: [String]) {
        var faults: [ParamFault] = []
        let record = read(object, faults: &faults)
        return (record, faults.map(\.description))
    }
}
