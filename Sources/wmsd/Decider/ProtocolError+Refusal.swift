import Domain
import Fulfillment
import JSON
import LineProtocol
import Store

extension ProtocolError {
    /// The protocol's error for a refusal: the one place where refusals become messages and details.
    init(_ refusal: Refusal) {
        let (message, details) = Self.words(for: refusal)
        self.init(refusal.kind, message, details)
    }

    /// What is sent beside the kind: a message for a person, and details for programs.
    private static func words(for refusal: Refusal) -> (message: String, details: JSONObject) {
        switch refusal {
        case .wrongBin(let expected, let scanned, let what):
            return (wrong("bin", expected, scanned, what), scan(expected, scanned, what))
        case .wrongItem(let expected, let scanned, let what):
            return (wrong("item", expected, scanned, what), scan(expected, scanned, what))
        case .wrongLot(let expected, let scanned, let what):
            return (wrong("lot", expected, scanned, what), scan(expected, scanned, what))
        case .wrongTote(let expected, let scanned, let what):
            return (wrong("tote", expected, scanned, what), scan(expected, scanned, what))
        case .wrongBox(let expected, let scanned, let what):
            return (wrong("box", expected, scanned, what), scan(expected, scanned, what))
        case .wrongStation(let expected, let scanned, let what):
            return (
                wrong("station", expected, scanned, what),
                scan(expected, scanned, what)
            )
        case .wrongLabel(let expected, let scanned, let what):
            return (wrong("label", expected, scanned, what), scan(expected, scanned, what))
        case .wrongDriver(let parcel, let expected, let given):
            return (
                "parcel \(parcel) is for driver \(expected), not \(given)",
                ["parcel": .string(parcel), "expected": .string(expected), "given": .string(given)]
            )
        case .tooMany(let expected, let given, let what):
            return (
                "\(given) are too many: \(expected) of \(what) are asked for",
                ["expected": .int(expected), "given": .int(given), "of": .string(what)]
            )
        case .weightOff(let expected, let tolerance, let given):
            return (
                "\(given) g is not within \(tolerance) g of the expected \(expected) g: check the contents",
                ["expected_g": .int(expected), "tolerance_g": .int(tolerance), "given_g": .int(given)]
            )
        case .staleStep(let current, let given):
            return (
                "step \(given) is not the current one, which is \(current)",
                ["current": .int(current), "given": .int(given)]
            )

        case .unknownCode(let code):
            return ("nothing here has the code \(code)", ["code": .string(code)])
        case .ambiguousCode(let code, let meanings):
            return (
                "\(code) may be \(meanings.joined(separator: " or ")): scan a finer code",
                ["code": .string(code), "meanings": .array(meanings.map { .string($0) })]
            )
        case .unknownSKU(let sku): return ("there is no SKU \(sku)", ["sku": .string(sku)])
        case .unknownSKUs(let skus):
            return (
                "there are no SKUs \(skus.joined(separator: ", "))",
                ["sku": .string(skus[0]), "skus": .array(skus.map { .string($0) })]
            )
        case .unknownUnit(let sku, let unit, let known):
            return (
                "\(sku) has no unit \(unit)\(listing(known))",
                ["sku": .string(sku), "unit": .string(unit), "known": .array(known.map { .string($0) })]
            )
        case .unknownTask(let task):
            return ("there is no task \(task)", ["task": .int(task)])
        case .unknownBin(let bin, let warehouse):
            return (
                "there is no bin \(bin) in \(warehouse)",
                ["bin": .string(bin), "warehouse": .string(warehouse)]
            )
        case .unknownTote(let tote):
            return ("there is no tote \(tote)", ["tote": .string(tote)])
        case .unknownBox(let box): return ("there is no box \(box)", ["box": .string(box)])
        case .unknownOrder(let order):
            return ("there is no order \(order)", ["order_id": .string(order)])
        case .unknownParcel(let parcel):
            return ("there is no parcel \(parcel)", ["parcel": .string(parcel)])
        case .unknownWarehouse(let warehouse, let known):
            return (
                "there is no warehouse \(warehouse)\(listing(known))",
                ["warehouse": .string(warehouse), "known": .array(known.map { .string($0) })]
            )
        case .unknownStation(let station, let known):
            return (
                "there is no station \(station)\(listing(known))",
                ["station": .string(station), "known": .array(known.map { .string($0) })]
            )
        case .unknownSession(let session):
            return (
                "there is no open session \(session): begin one with session.start",
                ["session": .int(session)]
            )
        case .unknownLabel(let job):
            return ("there is no label job \(job)", ["job": .int(job)])
        case .unknownPrinter(let printer, let known):
            return (
                "there is no printer \(printer)\(listing(known))",
                ["printer": .string(printer), "known": .array(known.map { .string($0) })]
            )
        case .unknownImport(let number):
            return ("there is no open import \(number)", ["import": .int(number)])
        case .unknownConsumer(let consumer):
            return ("there is no consumer \(consumer)", ["consumer": .string(consumer)])

        case .toteInUse(let tote, let by):
            return ("tote \(tote) is in use: \(by)", ["tote": .string(tote), "by": .string(by)])
        case .stockShort(let sku, let wanted, let available, let hint):
            return (
                "\(wanted) of \(sku) are wanted and \(available) are available" + Self.hint(hint),
                ["sku": .string(sku), "wanted": .int(wanted), "available": .int(available)]
            )
        case .fitsNoBox(let sku, let why):
            return ("\(sku) fits no box: \(why)", ["sku": .string(sku), "why": .string(why)])
        case .contentsDiffer(let parcel, let missing):
            return (
                "parcel \(parcel) lacks \(missing.joined(separator: ", "))",
                ["parcel": .string(parcel), "missing": .array(missing.map { .string($0) })]
            )
        case .orderConflict(let order, let difference):
            return (
                "order \(order) is known with other content: \(difference)",
                ["order_id": .string(order), "difference": .string(difference)]
            )
        case .commandReused(let id, let method):
            return (
                "command_id \(id) was used for another request than this \(method): choose a new one",
                ["command_id": .string(id)]
            )
        case .wrongState(let thing, let state, let wanted):
            return (
                "\(thing) is \(state); this needs it \(wanted)",
                ["thing": .string(thing), "state": .string(state), "wanted": .string(wanted)]
            )
        case .held(let order, let reason):
            return (
                "order \(order) is held: \(reason)",
                ["order_id": .string(order), "reason": .string(reason)]
            )
        case .capacityMismatch(let order, let total, let sum):
            return (
                "order \(order) says total_capacity \(total), its lines sum up to \(sum)",
                ["order_id": .string(order), "total": .int(total), "sum": .int(sum)]
            )
        case .layoutFaults(let faults):
            return (
                "the layout has \(counted(faults.count, "fault")); nothing was loaded",
                ["faults": .array(faults.map { .string($0) })]
            )
        case .layoutInUse(let inUse):
            return (
                inUse.prefix(Limits.layoutWarningsMax).map(\.sentence).joined(separator: "; "),
                ["bins": .array(inUse.map { .string($0.bin.text) })]
            )
        case .importFaults(let faults):
            let messages = faults.map { (line: $0.line, message: ProtocolError($0.reason).message) }
            return (
                "\(counted(messages.count, "row")) cannot be taken; nothing was imported",
                ["faults": .array(messages.map { ["line": .int($0.line), "message": .string($0.message)] })]
            )

        case .badParams(let param, let problem):
            return ("\(param): \(problem)", ["param": .string(param)])
        case .unknownMethod(let method):
            return ("there is no method \(method)", ["method": .string(method)])
        case .notConfigured(let what): return (what, [:])
        case .gone(let first):
            return ("the oldest event kept is \(first): start there", ["first": .int(first)])
        case .ahead(let head): return ("the newest event is \(head)", ["head": .int(head)])

        case .several(let first, let others):
            let all = ([first] + others).map { (refusal: $0, words: words(for: $0)) }
            var details = all[0].words.details
            details["faults"] = .array(
                all.map { fault in
                    var told = fault.words.details
                    told["kind"] = .string(fault.refusal.kind.rawValue)
                    told["message"] = .string(fault.words.message)
                    return .object(told)
                })
            return (all.map { $0.words.message }.joined(separator: "; "), details)

        case .notPlanned: return ("the parcels are being planned: send the same line again", [:])

        case .atPrompt(let refusal, let prompt):
            var reason = words(for: refusal)
            reason.details["prompt"] = prompt
            return reason

        case .diskFull: return ("the disk is full: nothing was changed; reads go on", [:])
        case .unreadable(let what):
            return (
                "the database holds what cannot be understood (\(what)); nothing was changed",
                ["row": .string(what)]
            )
        case .storage(let fault):
            return ("the database refused: \(fault.message); nothing was changed", [:])
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
        case .answer(let text): self = .answer(text)
        case .result(let result): self = .result(result)
        case .refusal(let refusal): self = .refusal(ProtocolError(refusal))
        case .awaits: self = .refusal(ProtocolError(.notPlanned))
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

extension BinInUse {
    /// What stands in the way, and what to do about it.
    fileprivate var sentence: String {
        guard isDropped else {
            return "stock stands in \(bin), which is not where or what it was; if it was moved with it, name it in "
                + "relocated"
        }
        let dropped = "the layout drops \(bin)"
        switch use {
        case .stock: return "\(dropped), in which stock lies; move it with stock.move first"
        case .task(let task): return "\(dropped), and task \(task) leads to it; have it done first"
        case .tour(let tour): return "\(dropped), and tour \(tour) leads to it; have it finished first"
        }
    }
}
