extension Refusal {
    /// The stable word that the wire has for this refusal: the one place where each gets its kind.
    ///
    /// Of a refusal that carries the prompt it is that of the reason.
    public var kind: ErrorKind {
        switch self {
        case .wrongBin: .wrongBin
        case .wrongItem: .wrongItem
        case .wrongLot: .wrongLot
        case .wrongTote: .wrongTote
        case .wrongBox: .wrongBox
        case .wrongStation: .wrongStation
        case .wrongLabel: .wrongLabel
        case .wrongDriver: .wrongDriver
        case .tooMany: .tooMany
        case .weightOff: .weightOff
        case .staleStep: .staleStep

        case .unknownCode: .unknownCode
        case .ambiguousCode: .ambiguousCode
        case .unknownSKU, .unknownSKUs: .unknownSKU
        case .unknownBin: .unknownBin
        case .unknownTote: .unknownTote
        case .unknownBox: .unknownBox
        case .unknownOrder: .unknownOrder
        case .unknownParcel: .unknownParcel
        case .unknownWarehouse: .unknownWarehouse
        case .unknownStation: .unknownStation
        case .unknownSession: .unknownSession
        case .unknownLabel: .unknownLabel
        case .unknownPrinter: .unknownPrinter
        case .unknownImport: .unknownImport
        case .unknownConsumer: .unknownConsumer
        case .unknownUnit: .unknownUnit

        case .toteInUse: .toteInUse
        case .stockShort: .stockShort
        case .fitsNoBox, .noRoomInBox: .doesNotFit
        case .contentsDiffer: .contentsDiffer
        case .orderConflict: .orderConflict
        case .commandReused: .commandReused
        case .wrongState, .notHere: .wrongState
        case .capacityMismatch: .capacityMismatch
        case .layoutFaults: .layoutFaults
        case .layoutInUse: .layoutInUse
        case .importFaults: .importFaults

        case .badParams: .badParams
        case .unknownMethod: .unknownMethod
        case .notConfigured: .notConfigured
        case .gone: .gone
        case .ahead: .ahead

        case .several(let first, _): first.kind
        case .atPrompt(let reason, _): reason.kind

        case .notPlanned: .busy

        case .diskFull: .diskFull
        case .unreadable: .storage
        case .storage: .notStored
        }
    }
}
