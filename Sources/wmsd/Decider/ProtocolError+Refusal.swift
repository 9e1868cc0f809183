import Domain
import Fulfillment
import JSON
import LineProtocol
import Store

extension ProtocolError {
    /// What the wire says of a refusal. The one place where the rules' words become the protocol's.
    init(_ refusal: Refusal) {
        switch refusal {
        case .wrongBin(let expected, let scanned, let what):
            self.init(
                .wrongBin, Self.wrong("bin", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongItem(let expected, let scanned, let what):
            self.init(
                .wrongItem, Self.wrong("item", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongLot(let expected, let scanned, let what):
            self.init(
                .wrongLot, Self.wrong("lot", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongTote(let expected, let scanned, let what):
            self.init(
                .wrongTote, Self.wrong("tote", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongBox(let expected, let scanned, let what):
            self.init(
                .wrongBox, Self.wrong("box", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongStation(let expected, let scanned, let what):
            self.init(
                .wrongStation, Self.wrong("station", expected, scanned, what),
                Self.scan(expected, scanned, what))
        case .wrongLabel(let expected, let scanned, let what):
            self.init(
                .wrongLabel, Self.wrong("label", expected, scanned, what), Self.scan(expected, scanned, what))
        case .wrongDriver(let parcel, let expected, let given):
            self.init(
                .wrongDriver, "parcel \(parcel) is for driver \(expected), not \(given)",
                ["parcel": .string(parcel), "expected": .string(expected), "given": .string(given)])
        case .tooMany(let expected, let given, let what):
            self.init(
                .tooMany, "\(given) are too many: \(expected) of \(what) are asked for",
                ["expected": .int(expected), "given": .int(given), "of": .string(what)])
        case .weightOff(let expected, let tolerance, let given):
            self.init(
                .weightOff,
                "\(given) g is not within \(tolerance) g of the expected \(expected) g: check the contents",
                ["expected_g": .int(expected), "tolerance_g": .int(tolerance), "given_g": .int(given)])
        case .staleStep(let current, let given):
            self.init(
                .staleStep, "step \(given) is not the current one, which is \(current)",
                ["current": .int(current), "given": .int(given)])

        case .unknownCode(let code):
            self.init(.unknownCode, "nothing here has the code \(code)", ["code": .string(code)])
        case .ambiguousCode(let code, let meanings):
            self.init(
                .ambiguousCode, "\(code) may be \(meanings.joined(separator: " or ")): scan a finer code",
                ["code": .string(code), "meanings": .array(meanings.map { .string($0) })])
        case .unknownSKU(let sku): self.init(.unknownSKU, "there is no SKU \(sku)", ["sku": .string(sku)])
        case .unknownSKUs(let skus):
            self.init(
                .unknownSKU, "there are no SKUs \(skus.joined(separator: ", "))",
                ["sku": .string(skus[0]), "skus": .array(skus.map { .string($0) })])
        case .unknownUnit(let sku, let unit, let known):
            self.init(
                .unknownUnit, "\(sku) has no unit \(unit)\(Self.listing(known))",
                ["sku": .string(sku), "unit": .string(unit), "known": .array(known.map { .string($0) })])
        case .unknownTask(let task):
            self.init(.unknownTask, "there is no task \(task)", ["task": .int(task)])
        case .unknownBin(let bin, let warehouse):
            self.init(
                .unknownBin, "there is no bin \(bin) in \(warehouse)",
                ["bin": .string(bin), "warehouse": .string(warehouse)])
        case .unknownTote(let tote):
            self.init(.unknownTote, "there is no tote \(tote)", ["tote": .string(tote)])
        case .unknownBox(let box): self.init(.unknownBox, "there is no box \(box)", ["box": .string(box)])
        case .unknownOrder(let order):
            self.init(.unknownOrder, "there is no order \(order)", ["order_id": .string(order)])
        case .unknownParcel(let parcel):
            self.init(.unknownParcel, "there is no parcel \(parcel)", ["parcel": .string(parcel)])
        case .unknownWarehouse(let warehouse, let known):
            self.init(
                .unknownWarehouse, "there is no warehouse \(warehouse)\(Self.listing(known))",
                ["warehouse": .string(warehouse), "known": .array(known.map { .string($0) })])
        case .unknownStation(let station, let known):
            self.init(
                .unknownStation, "there is no station \(station)\(Self.listing(known))",
                ["station": .string(station), "known": .array(known.map { .string($0) })])
        case .unknownSession(let session):
            self.init(
                .unknownSession, "there is no open session \(session): begin one with session.start",
                ["session": .int(session)])
        case .unknownLabel(let job):
            self.init(.unknownLabel, "there is no label job \(job)", ["job": .int(job)])
        case .unknownPrinter(let printer, let known):
            self.init(
                .unknownPrinter, "there is no printer \(printer)\(Self.listing(known))",
                ["printer": .string(printer), "known": .array(known.map { .string($0) })])
        case .unknownImport(let number):
            self.init(.unknownImport, "there is no open import \(number)", ["import": .int(number)])
        case .unknownConsumer(let consumer):
            self.init(.unknownConsumer, "there is no consumer \(consumer)", ["consumer": .string(consumer)])

        case .toteInUse(let tote, let by):
            self.init(
                .toteInUse, "tote \(tote) is in use: \(by)", ["tote": .string(tote), "by": .string(by)])
        case .stockShort(let sku, let wanted, let available, let hint):
            self.init(
                .stockShort,
                "\(wanted) of \(sku) are wanted and \(available) are available" + Self.hint(hint),
                ["sku": .string(sku), "wanted": .int(wanted), "available": .int(available)])
        case .fitsNoBox(let sku, let why):
            self.init(.doesNotFit, "\(sku) fits no box: \(why)", ["sku": .string(sku), "why": .string(why)])
        case .contentsDiffer(let parcel, let missing):
            self.init(
                .contentsDiffer, "parcel \(parcel) lacks \(missing.joined(separator: ", "))",
                ["parcel": .string(parcel), "missing": .array(missing.map { .string($0) })])
        case .orderConflict(let order, let difference):
            self.init(
                .orderConflict, "order \(order) is known with other content: \(difference)",
                ["order_id": .string(order), "difference": .string(difference)])
        case .commandReused(let id, let method):
            self.init(
                .commandReused,
                "command_id \(id) was used for another request than this \(method): choose a new one",
                ["command_id": .string(id)])
        case .wrongState(let thing, let state, let wanted):
            self.init(
                .wrongState, "\(thing) is \(state); this needs it \(wanted)",
                ["thing": .string(thing), "state": .string(state), "wanted": .string(wanted)])
        case .held(let order, let reason):
            self.init(
                .held, "order \(order) is held: \(reason)",
                ["order_id": .string(order), "reason": .string(reason)])
        case .capacityMismatch(let order, let total, let sum):
            self.init(
                .capacityMismatch, "order \(order) says total_capacity \(total), its lines sum up to \(sum)",
                ["order_id": .string(order), "total": .int(total), "sum": .int(sum)])
        case .layoutFaults(let faults):
            self.init(
                .layoutFaults, "the layout has \(Self.counted(faults.count, "fault")); nothing was loaded",
                ["faults": .array(faults.map { .string($0) })])
        case .layoutInUse(let bins):
            self.init(
                .layoutInUse, "stock or work stands in \(bins.joined(separator: ", "))",
                ["bins": .array(bins.map { .string($0) })])
        case .importFaults(let faults):
            let told = faults.map { (line: $0.line, message: ProtocolError($0.reason).message) }
            self.init(
                .importFaults, "\(Self.counted(told.count, "row")) cannot be taken; nothing was imported",
                ["faults": .array(told.map { ["line": .int($0.line), "message": .string($0.message)] })])

        case .badParams(let param, let problem):
            self.init(.badParams, "\(param): \(problem)", ["param": .string(param)])
        case .unknownMethod(let method):
            self.init(.unknownMethod, "there is no method \(method)", ["method": .string(method)])
        case .notConfigured(let what): self.init(.notConfigured, what)
        case .gone(let first):
            self.init(.gone, "the oldest event kept is \(first): start there", ["first": .int(first)])
        case .ahead(let head): self.init(.ahead, "the newest event is \(head)", ["head": .int(head)])

        case .atPrompt(let refusal, let prompt):
            let inner = ProtocolError(refusal)
            var details = inner.details
            details["prompt"] = prompt
            self.init(inner.kind, inner.message, details)

        case .diskFull: self.init(.diskFull, "the disk is full: nothing was changed; reads go on")
        case .unreadable(let what):
            self.init(
                .storage, "the database holds what cannot be understood (\(what)); nothing was changed",
                ["row": .string(what)])
        case .storage(let fault):
            self.init(.notStored, "the database refused: \(fault.message); nothing was changed")
        }
    }

    /// What the wire says to every command of a commit that failed.
    init(commitFailure error: StoreError) {
        if case .commitFailed(let refusal) = error {
            self.init(refusal)
        } else {
            self.init(.notStored, "\(error); nothing was changed")
        }
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private static func wrong(_ kind: String, _ expected: String, _ scanned: String, _ what: String) -> String
    {
        "expected \(kind) \(expected), scanned \(scanned)" + (what.isEmpty ? "" : " (\(what))")
    }

    private static func scan(_ expected: String, _ scanned: String, _ what: String) -> JSONObject {
        ["expected": .string(expected), "scanned": .string(scanned), "scanned_is": .string(what)]
    }

    private static func listing(_ known: [String]) -> String {
        known.isEmpty ? "" : "; known are \(known.joined(separator: ", "))"
    }

    private static func hint(_ hint: String) -> String { hint.isEmpty ? "" : ": \(hint)" }
}

extension Reply {
    init(_ outcome: Outcome) {
        switch outcome {
        case .answer(let result): self = .answer(result)
        case .refusal(let refusal): self = .refusal(ProtocolError(refusal))
        }
    }
}

extension StoreError {
    /// Whether what was written may be lost although the disk said nothing of it before.
    var isSyncFailure: Bool {
        switch self {
        case .commitFailed(.storage(let fault)), .storage(_, let fault): fault.isSyncFailure
        default: false
        }
    }
}
