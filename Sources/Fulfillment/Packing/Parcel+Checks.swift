import Domain

/// What a parcel must be for a step at the bench.
extension Parcel {
    /// Refuses a parcel that is not open.
    ///
    /// - Parameter advice: what to do about one that is not open.
    func checkOpen(advice: String? = nil) throws(Refusal) {
        guard state == .open else {
            throw .notAllowed(in: state, of: row.description, wanted: [.open], advice: advice)
        }
    }

    /// Refuses a box in which nothing is yet.
    ///
    /// - Parameter advice: what to do instead of filling it.
    func checkBegun(advice: String? = nil) throws(Refusal) {
        guard done > 0 else {
            throw .notAllowed(as: .empty, of: "box \(box)", wanted: .begun, advice: advice)
        }
    }

    /// Accepts the scale's weight where it is what contents and tare add up to.
    func check(weightG: Int, toleranceG: Int) throws(Refusal) {
        try checkOpen()
        guard weightG > 0, abs(weightG - expectedWeightG) <= toleranceG else {
            throw .weightOff(expectedG: expectedWeightG, toleranceG: toleranceG, givenG: weightG)
        }
    }

    /// The refusal of a code that is not on this parcel's label.
    ///
    /// - Parameter scannedIs: what the code names instead.
    func wrongLabel(scanned: String, scannedIs: String) -> Refusal {
        .wrongLabel(expected: sscc ?? "a closed parcel's label", scanned: scanned, scannedIs: scannedIs)
    }

    /// Whether a scan is that of this parcel's label.
    func isLabelled(with scan: ScanReading) -> Bool { sscc != nil && scan.sscc == sscc }
}

extension SiteSettings {
    /// How far the scale may be off: the larger of a fixed and a relative tolerance.
    func toleranceG(of parcel: Parcel) -> Int {
        max(weightToleranceG, parcel.expectedWeightG * weightTolerancePermille / 1000)
    }
}
