import Domain

/// What a row of an import says of a SKU, as the columns hold it: made before the row is written down, so that the
/// decider does not wait for it.
struct StagedSKU: Sendable {
    let patch: SKUPatch
    let track: String?
    let units: String?
    let packing: String?
    let barcodes: String?
    /// Every barcode, with the unit that it names.
    let codes: [(barcode: String, unit: UnitName)]

    init(_ patch: SKUPatch) {
        self.patch = patch
        track = patch.track?.columnText
        units = patch.units?.columnText
        packing = patch.packing?.columnText
        barcodes = patch.barcodes?.columnText
        codes = patch.codes
    }
}
