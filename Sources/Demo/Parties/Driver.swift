import Domain
import Operations

/// The driver's helper at the dock, who scans every parcel into the van.
struct Driver {
    private let party: Party
    private let floor: WorkFloor

    init(floor: WorkFloor) throws(DemoFault) {
        party = try Party("dock", socket: floor.socket)
        self.floor = floor
    }

    /// Scans parcels as they come until no more will.
    func work() throws(DemoFault) {
        while let parcel = floor.labelledParcels.dequeue() { _ = try handOver(parcel) }
        if floor.isAbandoned { throw .abandoned }
    }

    /// - Returns: how many parcels of the order are left at the dock.
    func handOver(_ parcel: LabelledParcel) throws(DemoFault) -> Int {
        var handover = ParcelHandover()
        handover.code = parcel.label
        handover.driver = DriverID(floor.driver(ofOrder: parcel.orderID))
        return try party.call(handover).left
    }
}
