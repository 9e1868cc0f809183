/// Everybody else: a picker who scans, somebody who looks up stock, somebody who makes a small change.
struct Probes {
    private let picker: Picker
    private let reader: Asker
    private let changer: Asker
    private let everyMS: Int

    init(_ floor: LoadFloor, everyMS: Int) throws(WireFault) {
        self.everyMS = everyMS
        picker = try Picker(floor.daemon, totes: floor.totes)
        reader = try Asker(floor.daemon, "stock.available", isChange: false) {
            $0.add("sku", text: LoadWarehouse.sku(7))
        }
        changer = try Asker(floor.daemon, "tote.upsert", isChange: true) { $0.add("tote", text: "T-PROBE") }
    }

    /// Each at a pace of its own, with nothing measured yet.
    func begin() -> [(name: String, worker: Paced)] {
        picker.setGoal(.noTourLeft)
        return [
            ("a scan", Paced(picker, everyMS: everyMS * 2, isMeasured: { picker.isScanning })),
            ("a read", Paced(reader, everyMS: everyMS)),
            ("a small change", Paced(changer, everyMS: everyMS)),
        ]
    }
}
