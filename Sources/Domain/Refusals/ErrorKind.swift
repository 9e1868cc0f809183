/// Why a request was refused: the stable word that programs compare.
///
/// The raw value is what `error.data.kind` holds. Kinds are never renamed or given another code; the
/// message beside them is for people and may change.
public enum ErrorKind: String, CaseIterable, Sendable {
    // The line itself.
    case notJSON = "not_json"
    case tooLong = "too_long"
    case notUTF8 = "not_utf8"
    case duplicateKey = "duplicate_key"
    case invalidRequest = "invalid_request"
    case unknownMethod = "unknown_method"
    case badParams = "bad_params"
    case internalFault = "internal"

    // What was scanned or named.
    case wrongBin = "wrong_bin"
    case wrongItem = "wrong_item"
    case wrongTote = "wrong_tote"
    case wrongLot = "wrong_lot"
    // The four that follow, and `revision_conflict`, are the protocol's for serials, expiry days and `order.amend`: no
    // method that there is gives them yet.
    case wrongExpiry = "wrong_expiry"
    case wrongSerial = "wrong_serial"
    case serialUsed = "serial_used"
    case expired
    case wrongBox = "wrong_box"
    case wrongStation = "wrong_station"
    case wrongLabel = "wrong_label"
    case wrongDriver = "wrong_driver"
    case tooMany = "too_many"
    case staleStep = "stale_step"
    case unknownCode = "unknown_code"
    case ambiguousCode = "ambiguous_code"
    case unknownSKU = "unknown_sku"
    case unknownBin = "unknown_bin"
    case unknownTote = "unknown_tote"
    case unknownBox = "unknown_box"
    case unknownOrder = "unknown_order"
    case unknownParcel = "unknown_parcel"
    case unknownWarehouse = "unknown_warehouse"
    case unknownSession = "unknown_session"
    case unknownStation = "unknown_station"
    case unknownLabel = "unknown_label"
    case unknownImport = "unknown_import"
    case unknownConsumer = "unknown_consumer"
    case unknownPrinter = "unknown_printer"
    case unknownUnit = "unknown_unit"

    // What the rules of the warehouse refuse.
    case toteInUse = "tote_in_use"
    case stockShort = "stock_short"
    case weightOff = "weight_off"
    case contentsDiffer = "contents_differ"
    case orderConflict = "order_conflict"
    case revisionConflict = "revision_conflict"
    case commandReused = "command_reused"
    case wrongState = "wrong_state"
    case held
    case capacityMismatch = "capacity_mismatch"
    case doesNotFit = "does_not_fit"
    case layoutFaults = "layout_faults"
    case layoutInUse = "layout_in_use"
    case importFaults = "import_faults"

    // Who asks, and whether the daemon can answer now.
    case notAllowed = "not_allowed"
    case notConfigured = "not_configured"
    case diskFull = "disk_full"
    case notStored = "not_stored"
    case storage
    case busy
    case shuttingDown = "shutting_down"
    case gone
    case ahead
}

extension ErrorKind {
    /// The number in `error.code`: JSON-RPC's own for malformed input, 1000 and up for the rest.
    public var code: Int {
        switch self {
        case .notJSON, .tooLong, .notUTF8, .duplicateKey: -32700
        case .invalidRequest: -32600
        case .unknownMethod: -32601
        case .badParams: -32602
        case .internalFault: -32603
        case .wrongBin: 1000
        case .wrongItem: 1001
        case .wrongTote: 1002
        case .wrongLot: 1003
        case .wrongBox: 1004
        case .wrongStation: 1005
        case .wrongLabel: 1006
        case .wrongDriver: 1007
        case .tooMany: 1008
        case .staleStep: 1009
        case .unknownCode: 1010
        case .ambiguousCode: 1011
        case .unknownSKU: 1012
        case .unknownBin: 1013
        case .unknownTote: 1014
        case .unknownBox: 1015
        case .unknownOrder: 1016
        case .unknownParcel: 1017
        case .unknownWarehouse: 1018
        case .unknownSession: 1019
        case .unknownStation: 1020
        case .unknownLabel: 1021
        case .unknownImport: 1022
        case .unknownConsumer: 1023
        case .unknownPrinter: 1024
        case .unknownUnit: 1025
        case .toteInUse: 1030
        case .stockShort: 1031
        case .weightOff: 1032
        case .contentsDiffer: 1033
        case .orderConflict: 1034
        case .revisionConflict: 1035
        case .commandReused: 1036
        case .wrongState: 1037
        case .capacityMismatch: 1038
        case .doesNotFit: 1039
        case .layoutFaults: 1040
        case .layoutInUse: 1041
        case .importFaults: 1042
        case .held: 1043
        case .wrongExpiry: 1044
        case .wrongSerial: 1045
        case .serialUsed: 1046
        case .expired: 1047
        case .notAllowed: 1050
        case .notConfigured: 1051
        case .diskFull: 1052
        case .notStored: 1053
        case .busy: 1054
        case .shuttingDown: 1055
        case .gone: 1056
        case .ahead: 1057
        case .storage: 1058
        }
    }

    /// Whether the same line may be sent again as it is.
    public var mayRetry: Bool {
        switch self {
        case .diskFull, .notStored, .busy, .shuttingDown: true
        default: false
        }
    }

    /// What happened, for the protocol page.
    public var meaning: String {
        switch self {
        case .notJSON: "The line is no JSON text."
        case .tooLong:
            "The line is longer than 1 MiB and was skipped to its end, or the answer to it would be longer."
        case .notUTF8: "The line is not UTF-8."
        case .duplicateKey: "A key stands twice in one object."
        case .invalidRequest:
            "The line is JSON but no request: a batch, no id, no method, or no params object."
        case .unknownMethod: "There is no such method."
        case .badParams:
            "A param is unknown, missing, of another type or out of range; `data.param` names it."
        case .internalFault: "The daemon could not answer because of a fault of its own."
        case .wrongBin: "Another bin was expected."
        case .wrongItem: "Another item was expected."
        case .wrongTote: "Another tote was expected."
        case .wrongLot: "Another lot was expected."
        case .wrongExpiry: "Another expiry day was expected."
        case .wrongSerial: "Another serial was expected."
        case .serialUsed: "The serial is somewhere else already."
        case .expired: "The goods may not be used any more."
        case .wrongBox: "Another box was expected."
        case .wrongStation: "Another station was expected."
        case .wrongLabel: "The label belongs to another parcel."
        case .wrongDriver: "The parcel is for another driver."
        case .tooMany: "More than is asked for."
        case .staleStep: "The step is over; `data.prompt` is the current one."
        case .unknownCode: "Nothing here has this code."
        case .ambiguousCode: "Several things have this code; scan a finer one."
        case .unknownSKU: "There is no such SKU."
        case .unknownBin: "There is no such bin."
        case .unknownTote: "There is no such tote."
        case .unknownBox: "There is no such box."
        case .unknownOrder: "There is no such order."
        case .unknownParcel: "There is no such parcel."
        case .unknownWarehouse: "There is no such warehouse."
        case .unknownSession: "There is no such session, or it has ended."
        case .unknownStation: "There is no such station or cart."
        case .unknownLabel: "There is no such label job."
        case .unknownImport: "There is no such import, or it is over."
        case .unknownConsumer: "There is no such consumer of events."
        case .unknownPrinter: "Neither the settings nor a station name this printer."
        case .unknownUnit: "The SKU has no such unit; of several lines `data.faults` lists each."
        case .toteInUse: "The tote is not free."
        case .stockShort: "There is less stock than that; of several SKUs `data.faults` lists each."
        case .weightOff: "The weight is outside the tolerance of contents plus tare."
        case .contentsDiffer: "The parcel does not hold what it should."
        case .orderConflict: "The order is known with other content."
        case .revisionConflict: "The order has another revision."
        case .commandReused: "This command_id was used for another method or other params."
        case .wrongState: "The thing is in a state that does not allow this."
        case .held: "The order is held."
        case .capacityMismatch: "total_capacity is not the sum of the lines' capacities."
        case .doesNotFit: "An item fits no box, or not the one on the bench."
        case .layoutFaults: "The layout has faults; `data.faults` lists them."
        case .layoutInUse: "The layout cannot change where work or stock stands."
        case .importFaults: "Rows of the import have faults; `data.faults` lists them by line."
        case .notAllowed: "The caller's roles do not include this method."
        case .notConfigured: "The settings lack what this needs."
        case .diskFull: "The disk is full: changes are refused, reads go on."
        case .notStored: "The change could not be stored; nothing of it stays."
        case .storage:
            "A row of the database cannot be understood; it is named in the log and by `audit`. Nothing was changed."
        case .busy: "Too much waits already."
        case .shuttingDown: "The daemon is stopping."
        case .gone: "The events after this point have been compacted away; `data.first` is the oldest kept."
        case .ahead: "The point lies beyond the newest event; `data.head` is the newest."
        }
    }
}
