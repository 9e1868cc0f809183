import Domain
import Labels
import Operations

extension PackClose: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let parcel = try site.parcel(code: self.parcel)
        let closed = try site.close(parcel, of: try site.order(parcel.order), by: nil)
        try site.moveBenches(at: closed.parcel, notice: .parcelClosed(parcel.row))
        var result = Result()
        (result.sscc, result.label) = (closed.parcel.sscc ?? "", closed.label)
        return result
    }
}

extension Transaction {
    /// Seals a parcel: it gets its SSCC, and its label is queued for the station's printer.
    func close(
        _ parcel: Parcel, of order: Order, by badge: BadgeID?
    ) throws(Refusal) -> (parcel: Parcel, label: LabelRow) {
        let missing = try store.picks.unpacked(of: parcel.row)
        guard missing.isEmpty else {
            throw .contentsDiffer(
                parcel: parcel.row.description, missing: missing.map { "\($0.count) × \($0.sku)" })
        }
        guard let weight = parcel.weightG else {
            throw .notAllowed(as: .notWeighed, of: "parcel \(parcel.row)", wanted: .weighed)
        }
        // One that has its label gets no second number: its label is voided first.
        try parcel.checkOpen()
        var closed = try store.parcels.close(parcel, sscc: try nextSSCC(), by: badge, at: now)
        let request = try request(of: order)
        let sequence = try emitClosed(closed, of: order, request, weightG: weight)
        closed = try store.parcels.record(closedEvent: sequence, of: closed.row)
        let label = try queueLabel(closed, of: order, shipTo: request.shipTo, weightG: weight)
        return (closed, label)
    }

    private func emitClosed(
        _ parcel: Parcel, of order: Order, _ request: OrderRequest, weightG: Int
    ) throws(Refusal) -> Int {
        let box = try box(of: parcel)
        var data = ParcelClosed()
        (data.order, data.sscc, data.parcel, data.number) = (
            order.id, parcel.sscc ?? "", parcel.row, parcel.number
        )
        (data.box, data.weightG, data.outer) = (parcel.box, weightG, box.outer ?? box.inner)
        (data.carrier, data.service) = (request.ship?.carrier, request.ship?.service)
        if settings.addressesInEvents { data.shipTo = request.shipTo }
        return try emit(data, of: order)
    }

    /// The next serial shipping container code; a serial is used once, ever.
    private func nextSSCC() throws(Refusal) -> String {
        let serial = try store.meta.nextSSCCSerial()
        do throws(LabelError) {
            return try SSCC(
                extensionDigit: settings.ssccExtensionDigit, companyPrefix: settings.gs1CompanyPrefix,
                serial: serial
            ).text
        } catch { throw .notConfigured("no SSCC can be allotted: \(error)") }
    }
}
