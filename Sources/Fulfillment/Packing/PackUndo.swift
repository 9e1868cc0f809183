import Domain
import Operations

/// The piece put in last is out of the box again.
extension PackUndo: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (sku, parcel) = try site.unpackLast(of: try site.parcel(code: self.parcel))
        try site.moveBenches(at: parcel, notice: .pieceTakenOut(sku, parcel.row))
        var result = Result()
        (result.parcel, result.sku, result.done, result.of) = (parcel.row, sku, parcel.done, parcel.pieces)
        return result
    }
}
