import Domain
import Operations

/// A closed parcel is open again, to be weighed anew; its label, if it has one, is void.
extension PackReopen: WithdrawsLabels {
    func labelsToWithdraw(in site: Transaction) throws(Refusal) -> [LabelJob] {
        try site.labelsToVoid(of: try site.parcel(code: self.parcel))
    }

    func decide(in site: Transaction) throws(Refusal) -> VoidedLabels {
        let (parcel, voided) = try site.voidLabel(of: try site.parcel(code: self.parcel), reason: reason)
        try site.moveBenches(
            at: try site.store.parcels.record(weightG: nil, of: parcel.row),
            notice: .parcelOpenAgain(parcel.row))
        return voided
    }
}
