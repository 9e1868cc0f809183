import Domain
import JSON

/// What is sent beside a refusal's kind: a message for a person, and details for programs.
struct RefusalWords {
    let message: String
    private(set) var details: JSONObject

    init(_ message: String, _ details: JSONObject = [:]) {
        self.message = message
        self.details = details
    }

    func with(_ name: String, _ value: JSONValue) -> RefusalWords {
        var words = self
        words.details[name] = value
        return words
    }
}

extension RefusalWords {
    /// The one place where refusals become words; the sentences stand by area in the files beside this one.
    init(for refusal: Refusal) {
        self =
            switch refusal {
            // What was scanned or named is not what was expected.
            case .wrongBin(let expected, let scanned, let what): .wrong("bin", expected, scanned, what)
            case .wrongItem(let expected, let scanned, let what): .wrong("item", expected, scanned, what)
            case .wrongLot(let expected, let scanned, let what): .wrong("lot", expected, scanned, what)
            case .wrongTote(let expected, let scanned, let what): .wrong("tote", expected, scanned, what)
            case .wrongBox(let expected, let scanned, let what): .wrong("box", expected, scanned, what)
            case .wrongStation(let expected, let scanned, let what):
                .wrong("station", expected, scanned, what)
            case .wrongLabel(let expected, let scanned, let what): .wrong("label", expected, scanned, what)
            case .wrongDriver(let parcel, let expected, let given): .wrongDriver(parcel, expected, given)
            case .tooMany(let expected, let given, let what): .tooMany(expected, given, what)
            case .weightOff(let expected, let tolerance, let given): .weightOff(expected, tolerance, given)
            case .staleStep(let current, let given): .staleStep(current, given)

            // Nothing, or too much, goes by that name.
            case .unknownCode(let code): .unknownCode(code)
            case .ambiguousCode(let code, let meanings): .ambiguousCode(code, meanings)
            case .unknownSKU(let sku): .unknown("SKU", sku, member: "sku")
            case .unknownSKUs(let skus): .unknownSKUs(skus)
            case .unknownUnit(let sku, let unit, let known): .unknownUnit(sku, unit, known)
            case .unknownBin(let bin, let warehouse): .unknownBin(bin, warehouse)
            case .unknownTote(let tote): .unknown("tote", tote, member: "tote")
            case .unknownBox(let box): .unknown("box", box, member: "box")
            case .unknownOrder(let order): .unknown("order", order, member: "order_id")
            case .unknownParcel(let parcel): .unknown("parcel", parcel, member: "parcel")
            case .unknownWarehouse(let warehouse, let known): .unknown("warehouse", warehouse, among: known)
            case .unknownStation(let station, let known): .unknown("station", station, among: known)
            case .unknownPrinter(let printer, let known): .unknown("printer", printer, among: known)
            case .unknownConsumer(let consumer): .unknown("consumer", consumer, member: "consumer")
            case .unknownSession(let session): .unknownSession(session)
            case .unknownLabel(let job): .unknown("label job", job, member: "job")
            case .unknownImport(let number): .unknown("open import", number, member: "import")

            // The state of the floor does not allow it.
            case .toteInUse(let tote, let by): .toteInUse(tote, by)
            case .stockShort(let sku, let wanted, let available, let hint):
                .stockShort(sku, wanted, available, hint)
            case .fitsNoBox(let sku, let why): .fitsNoBox(sku, why)
            case .noRoomInBox(let sku, let box, let instead): .noRoomInBox(sku, box, instead)
            case .contentsDiffer(let parcel, let missing): .contentsDiffer(parcel, missing)
            case .orderConflict(let order, let difference): .orderConflict(order, difference)
            case .commandReused(let id, let method): .commandReused(id, method)
            case .wrongState(let thing, let state, let wanted): .wrongState(thing, state, wanted)
            case .notHere(let place, let hint): .notHere(place, hint)
            case .capacityMismatch(let order, let total, let sum): .capacityMismatch(order, total, sum)
            case .layoutFaults(let faults): .layoutFaults(faults)
            case .layoutInUse(let inUse): .layoutInUse(inUse)
            case .importFaults(let faults): .importFaults(faults)

            // The request itself, and the storage.
            case .badParams(let param, let problem): .badParams(param, problem)
            case .unknownMethod(let method): .unknown("method", method, member: "method")
            case .notConfigured(let what): RefusalWords(what)
            case .gone(let first): .gone(first)
            case .ahead(let head): .ahead(head)
            case .several(let first, let others): .several([first] + others)
            case .notPlanned: RefusalWords("the boxes are being chosen: send the same line again")
            case .atPrompt(let reason, let prompt): .atPrompt(reason, prompt)
            case .diskFull: RefusalWords("the disk is full: nothing was changed; reads go on")
            case .unreadable(let what): .unreadable(what)
            case .storage(let fault): .storage(fault)
            }
    }
}
