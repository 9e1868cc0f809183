public import JSON

/// Why the site said no. A refused command has changed nothing.
///
/// The enum is closed: the daemon turns each case into one protocol error in a single exhaustive switch.
public enum Refusal: Error, Sendable, Equatable {
    // What was scanned or named is not what was expected.
    case wrongBin(expected: String, scanned: String, scannedIs: String)
    case wrongItem(expected: String, scanned: String, scannedIs: String)
    case wrongLot(expected: String, scanned: String, scannedIs: String)
    case wrongTote(expected: String, scanned: String, scannedIs: String)
    case wrongBox(expected: String, scanned: String, scannedIs: String)
    case wrongStation(expected: String, scanned: String, scannedIs: String)
    case wrongLabel(expected: String, scanned: String, scannedIs: String)
    case wrongDriver(parcel: String, expected: String, given: String)
    case tooMany(expected: Int, given: Int, of: String)
    case weightOff(expectedG: Int, toleranceG: Int, givenG: Int)
    case staleStep(current: Int, given: Int)

    // Nothing, or too much, goes by that name.
    case unknownCode(String)
    case ambiguousCode(String, meanings: [String])
    case unknownSKU(String)
    case unknownBin(String, warehouse: String)
    case unknownTote(String)
    case unknownBox(String)
    case unknownOrder(String)
    case unknownParcel(String)
    case unknownWarehouse(String, known: [String])
    case unknownStation(String, known: [String])
    case unknownSession(Int)
    case unknownLabel(Int)
    case unknownPrinter(String, known: [String])
    case unknownImport(Int)
    case unknownConsumer(String)
    case unknownUnit(sku: String, unit: String, known: [String])
    case unknownSKUs([String])

    // The state of the floor does not allow it.
    case toteInUse(tote: String, by: String)
    case stockShort(sku: String, wanted: Int, available: Int, hint: String)
    case fitsNoBox(sku: String, why: String)
    /// The box on the bench has no room for it now; `instead`: where and when it goes in.
    case noRoomInBox(sku: String, box: String, instead: String)
    case contentsDiffer(parcel: String, missing: [String])
    case orderConflict(order: String, difference: String)
    case commandReused(commandID: String, method: String)
    case wrongState(thing: String, state: String, wanted: String)
    /// A command that the prompt at this place does not take; `hint`: where it is for.
    case notHere(place: String, hint: String)
    case capacityMismatch(order: String, total: Int, sum: Int)
    case layoutFaults([String])
    case layoutInUse([BinInUse])
    case importFaults([StagedFault])

    // The request itself.
    case badParams(param: String, problem: String)
    case unknownMethod(String)
    case notConfigured(String)
    case gone(first: Int)
    case ahead(head: Int)

    /// Several things that are wrong with one request; whoever sent it hears of all at once. The first is its kind.
    indirect case several(Refusal, [Refusal])

    // A scan that was refused while a dialogue waits: the reason, and the prompt that still stands.
    indirect case atPrompt(Refusal, prompt: JSONValue)

    // Answers that take a search are computed outside the decider.
    /// The boxes are yet to be chosen; the command is decided again when they are.
    case notPlanned

    // The disk.
    case diskFull
    /// A row that the store does not understand: which, and what stands there.
    case unreadable(String)
    case storage(StorageFault)
}

/// A row of an import that is refused.
public struct ImportFault: Sendable, Equatable {
    /// The line in the file that was imported.
    public let line: Int
    public let reason: Refusal

    public init(line: Int, reason: Refusal) {
        self.line = line
        self.reason = reason
    }
}

/// An error of the database: the statement, and SQLite's code and message.
public struct StorageFault: Sendable, Equatable {
    public let code: Int
    public let message: String
    public let sql: String?
    /// True where the disk failed to make something durable: the process must stop, not try again.
    public let isSyncFailure: Bool

    public init(code: Int, message: String, sql: String?, isSyncFailure: Bool) {
        self.code = code
        self.message = message
        self.sql = sql
        self.isSyncFailure = isSyncFailure
    }
}

extension Refusal {
    /// Refuses a request for all that is wrong with it, in this order and each once; does nothing where nothing is.
    ///
    /// What several steps found is told as one list, whichever of them found several things. Where the disk failed,
    /// that is all that is told.
    public static func refuse(for faults: [Refusal]) throws(Refusal) {
        if let fault = faults.first(where: \.endsTheTransaction) { throw fault }
        var reported: [Refusal] = []
        for fault in faults.flatMap(\.parts) where !reported.contains(fault) { reported.append(fault) }
        guard let first = reported.first else { return }
        throw reported.count == 1 ? first : .several(first, Array(reported.dropFirst()))
    }

    /// The single faults that it tells of.
    private var parts: [Refusal] {
        if case .several(let first, let others) = self { [first] + others } else { [self] }
    }

    /// The rows that could not be understood, where that is why, or part of it.
    public var unreadableRows: [String] {
        switch self {
        case .unreadable(let row): [row]
        case .atPrompt(let reason, _): reason.unreadableRows
        case .several(let first, let others): ([first] + others).flatMap(\.unreadableRows)
        case .importFaults(let faults): faults.filter { $0.kind == .storage }.map(\.message)
        default: []
        }
    }

    /// Whether the whole transaction is lost with it: the disk failed, not the command.
    public var endsTheTransaction: Bool {
        switch self {
        case .diskFull, .storage: true
        default: false
        }
    }
}
