import Domain
import Operations

/// What does not go into the other box goes into further ones.
extension PackBox: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var parcel = try site.parcel(code: self.parcel)
        let code = self.box.trimmed
        guard let box = try site.box(ScanReading(code)) else { throw .unknownBox(code) }
        if box != parcel.box { parcel = try site.adopt(try site.replan(parcel, .otherBox(box)), for: parcel) }
        try site.moveBenches(at: parcel, notice: .parcelGoesInto(box, parcel.row))
        var result = Result()
        (result.parcel, result.box) = (parcel.row, box)
        result.parcels = try site.parcelCount(of: parcel.order)
        return result
    }
}
