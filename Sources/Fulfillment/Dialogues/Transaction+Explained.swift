import Domain

extension Transaction {
    /// A machine's refusal with what it could not know: what the scanned code is, and what a tote is doing.
    func explained(_ refusal: Refusal, on floor: Floor) throws(Refusal) -> Refusal {
        switch refusal {
        case .wrongBin(let expected, let scanned, scannedIs: ""):
            .wrongBin(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongItem(let expected, let scanned, scannedIs: ""):
            .wrongItem(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongLot(let expected, let scanned, scannedIs: ""):
            .wrongLot(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongTote(let expected, let scanned, scannedIs: ""):
            .wrongTote(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongBox(let expected, let scanned, scannedIs: ""):
            .wrongBox(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongStation(let expected, let scanned, scannedIs: ""):
            .wrongStation(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .wrongLabel(let expected, let scanned, scannedIs: ""):
            .wrongLabel(expected: expected, scanned: scanned, scannedIs: try whatIs(scanned, on: floor))
        case .toteInUse(let tote, by: ""):
            .toteInUse(tote: tote, by: try describe(try self.tote(ToteID(tote))))
        default: refusal
        }
    }
}
