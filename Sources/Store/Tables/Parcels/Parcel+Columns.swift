import Domain

extension Parcel {
    static let columns = """
        id, order_row, number, state, box, pieces, done, expected_weight_g, weight_g, sscc, manifest, packed_by, station, \
        closed_at, handed_over_at, closed_event, labelled_event
        """

    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), order: try columns.row(), number: try columns.int(),
            state: try columns.word(),
            box: try columns.id(), pieces: try columns.int(), done: try columns.int(),
            expectedWeightG: try columns.int(), weightG: try columns.optionalInt(),
            sscc: try columns.optionalText(),
            manifest: try columns.optionalRow(), packedBy: try columns.optionalID(),
            station: try columns.optionalID(),
            closedAt: try columns.optionalInstant(), handedOverAt: try columns.optionalInstant(),
            closedEvent: try columns.optionalInt(), labelledEvent: try columns.optionalInt())
    }
}
