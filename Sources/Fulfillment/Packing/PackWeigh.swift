import Domain
import Operations

extension PackWeigh: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        try parcel.check(weightG: weightG, toleranceG: site.settings.toleranceG(of: parcel))
        try site.store.parcels.record(weightG: weightG, of: parcel.row)
        var result = Result()
        (result.parcel, result.weightG) = (parcel.row, weightG)
        result.expectedG = parcel.expectedWeightG
        return result
    }
}
