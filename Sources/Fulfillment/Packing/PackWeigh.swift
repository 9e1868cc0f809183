import Domain
import Operations

extension PackWeigh: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        try parcel.check(weightG: weightG, toleranceG: site.settings.toleranceG(of: parcel))
        let weighed = try site.store.parcels.record(weightG: weightG, of: parcel.row)
        // A bench with pieces still to put in goes on with them.
        if weighed.done == weighed.pieces {
            try site.moveBenches(at: weighed, notice: .parcelWeighed(parcel.row, weightG: weightG))
        }
        var result = Result()
        (result.parcel, result.weightG) = (parcel.row, weightG)
        result.expectedG = parcel.expectedWeightG
        return result
    }
}
