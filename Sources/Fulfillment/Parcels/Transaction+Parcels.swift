import Domain

extension Transaction {
    func parcel(_ row: ParcelRow) throws(Refusal) -> Parcel {
        guard let parcel = try store.parcels.parcel(row) else { throw .unknownParcel(row.description) }
        return parcel
    }

    /// The parcel that a caller names by its number or its SSCC.
    func parcel(code: String) throws(Refusal) -> Parcel {
        if let sscc = ScanReading(code).sscc {
            if let parcel = try store.parcels.parcel(sscc: sscc) { return parcel }
            if let old = try store.archive.order(ofParcel: sscc) {
                throw .unknownParcel("\(sscc): its order \(old.id) is closed and in the archive")
            }
        }
        guard code.count < 18, let number = Int(code),
            let parcel = try store.parcels.parcel(ParcelRow(number))
        else { throw .unknownParcel(code) }
        return parcel
    }

    /// The order's first parcel that has no label yet.
    func parcelToPack(of order: OrderRow) throws(Refusal) -> Parcel? {
        try store.parcels.parcels(of: order).first { !$0.state.isLabelled }
    }

    /// How many parcels an order has; those that were voided do not count.
    func parcelCount(of order: OrderRow) throws(Refusal) -> Int {
        try store.parcels.states(of: order).values.reduce(0, +)
    }

    /// A bench that is at a parcel goes on from where the parcel now stands; from one that has its label with the
    /// order's next one, and where there is none its work is over.
    ///
    /// - Parameter notice: what somebody else did with the parcel.
    func moveBenches(at parcel: Parcel, notice: DialogueNotice) throws(Refusal) {
        for bench in try store.sessions.open(at: parcel.row) {
            guard try Dialogue(of: bench).state is PackingState else { continue }
            let next = parcel.state.isLabelled ? try parcelToPack(of: parcel.order) : parcel
            if let next {
                try advance(bench, to: Dialogue(PackingState(at: next, notice: notice)))
            } else {
                try endWork(of: bench, notice: notice)
            }
        }
    }
}
