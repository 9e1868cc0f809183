import Cartonization
import Domain

/// What the dialogue at the bench reads of pieces and their places.
extension Transaction {
    /// Reads which pieces are next to go into the box, and what goods they are.
    func readRun(_ facts: inout PackingFacts) throws(Refusal) {
        let parcel = facts.parcel
        facts.run = try store.parcels.run(of: parcel.row, after: parcel.done)
        guard let run = facts.run, facts.sku?.id != run.sku else { return }
        facts.sku = try sku(run.sku, of: facts.order.client)
    }

    /// The box that a scan names where it may be taken instead of the one on the bench: nothing lies in that yet.
    func boxInstead(_ scan: ScanReading, of parcel: Parcel) throws(Refusal) -> BoxID? {
        guard parcel.done == 0, try items(scan).isEmpty, let box = try self.box(scan) else { return nil }
        return box == parcel.box ? nil : box
    }

    /// The pieces that a scan names of another SKU than the one at hand, and the plan that lets them go in next.
    func otherPieces(
        _ scan: ScanReading, _ facts: PackingFacts
    ) throws(Refusal) -> PackingFacts.OtherPieces? {
        let named = try items(scan).filter { $0.sku.client == facts.order.client }
        if named.isEmpty { return nil }
        for sku in try store.picks.skusToPack(of: facts.order.row) {
            guard let item = named.first(where: { $0.sku.id == sku }) else { continue }
            guard let count = try pieces(scan, of: item.sku) else { continue }
            return PackingFacts.OtherPieces(
                sku: sku, pieces: count, replan: try replanned(facts.parcel, with: sku))
        }
        return nil
    }

    /// The open parcels with a piece of this SKU as the next to go in.
    private func replanned(_ parcel: Parcel, with sku: SKUID) throws(Refusal) -> Replan {
        do throws(Refusal) { return try replan(parcel, .otherPiece(sku)) } catch {
            guard case .fitsNoBox = error else { throw error }
            throw .noRoomInBox(
                sku: sku.text, box: parcel.box.text, instead: try placePlanned(for: sku, besides: parcel))
        }
    }

    /// Where the plan has the pieces of a SKU that are not in a box yet, in words.
    private func placePlanned(for sku: SKUID, besides atHand: Parcel) throws(Refusal) -> String {
        let others = try store.parcels.parcels(of: atHand.order).filter { $0.row != atHand.row }
        for parcel in [atHand] + others where parcel.state == .open {
            if try store.picks.picks(toPack: sku, in: parcel.row).isEmpty { continue }
            if parcel.row == atHand.row { break }
            return "it goes into parcel \(parcel.number), box \(parcel.box)"
        }
        return "it goes in later, after what is asked for"
    }

    /// Where pieces go that follow one another, and that in words.
    ///
    /// - Complexity: linear in the pieces up to the last of them; the words for a place name what lies below and
    ///   beside it.
    func places(
        of run: PackRun, in parcel: Parcel
    ) throws(Refusal) -> (pieces: [PackPlan.Piece], words: [String]) {
        let shown = run.first..<run.first + min(run.count, Limits.piecesShownMax)
        guard run.range.upperBound <= Self.piecesInWordsMax else {
            return (try store.parcels.pieces(of: parcel.row, at: shown), [])
        }
        let pieces = try store.parcels.pieces(of: parcel.row, at: 0..<run.range.upperBound)
        let words = ParcelWords(PackedParcel(pieces, in: parcel.box), box: BoxType(try box(of: parcel)))
        return (
            Array(pieces.dropFirst(run.first).prefix(shown.count)),
            words.places(of: run.range, most: Limits.placesListedMax)
        )
    }

    /// Pieces after these have no words: who fills a box with thousands needs none, and finding what lies beside each
    /// would hold up all other scans.
    private static let piecesInWordsMax = 5_000
}
