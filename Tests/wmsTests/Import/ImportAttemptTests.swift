import Domain
import JSON
import LineProtocol
import Testing

@testable import wms

struct ImportAttemptTests {
    /// A daemon that finds what it is told to find.
    private final class PreparedDaemon: PipelinedLine {
        private(set) var requests: [(method: String, params: JSONObject)] = []
        private var unanswered: [String] = []
        /// Why the commit is refused at once.
        var refusal: LineError?
        /// What it answers to `import.get`, one after the other.
        var states: [JSONObject] = []

        func send(_ method: String, _ params: JSONObject) throws(ClientError) {
            requests.append((method, params))
            unanswered.append(method)
        }

        func receive() throws(ClientError) -> JSONValue {
            switch unanswered.removeFirst() {
            case "import.begin": return ["import": 7]
            case "import.rows": return ["import": 7, "rows": 1]
            case "import.get": return .object(states.removeFirst())
            default:
                if let refusal { throw .refused(refusal) }
                return ["import": 7, "rows": 2, "state": states.isEmpty ? "committed" : "committing"]
            }
        }

        /// The lines that were brought, and those of them with a row that has to be refused.
        var lines: (all: [Int], refused: [Int]) {
            var lines: (all: [Int], refused: [Int]) = ([], [])
            for request in requests where request.method == "import.rows" {
                for (index, row) in (request.params["rows"]?.array ?? []).enumerated() {
                    let line = (request.params["first_line"]?.int ?? 0) + index
                    lines.all.append(line)
                    if row == .object(ImportUpload.refusedRow) { lines.refused.append(line) }
                }
            }
            return lines
        }
    }

    private let daemon = PreparedDaemon()
    /// Two faults of the file, two that only the daemon can find.
    private static let skus = """
        sku,name,barcodes,size_mm,weight_g
        Z-1,Tea,,0x80x60,270
        Z-2,Tea,,120x80,5
        Z-4,Tea,,,270
        Z-6,Tea,,120x80x60,

        """
    private static let found: [JSONValue] = [
        ["line": 2, "kind": "bad_params", "message": "what was sent in place of the row"],
        ["line": 4, "kind": "bad_params", "message": "size_mm is missing"],
        ["line": 5, "kind": "bad_params", "message": "weight_g is missing"],
    ]

    private func refused(_ faults: [JSONValue]) -> LineError {
        LineError(
            code: 1_042, message: "rows cannot be taken",
            data: ["kind": "import_faults", "faults": .array(faults)])
    }

    private func attempt(_ text: String, kind: wms.ImportKind = .sku, without lost: ClientError? = nil) throws
        -> ImportAttempt
    {
        let upload = ImportUpload(kind, ids: CommandIDs(device: "test")) {
            [daemon] () throws(ClientError) in
            if let lost { throw lost }
            return daemon
        }
        return ImportAttempt(
            try ImportFile(Array(text.utf8), kind: kind, file: "f.csv"), by: upload,
            progress: ImportProgress { _, _ in }
        ) {}
    }

    /// What a person is told, one line after the other.
    private func told(_ text: String, kind: wms.ImportKind = .sku, without lost: ClientError? = nil) throws
        -> [Substring]
    {
        do {
            var attempt = try attempt(text, kind: kind, without: lost)
            _ = try attempt.run()
            return []
        } catch let faults as ImportFaults {
            return faults.description.split(separator: "\n")
        }
    }

    @Test func `a sound file is brought and counts`() throws {
        var attempt = try attempt("tote\nT-1\nT-2\n", kind: .tote)
        #expect(try attempt.run().rows == 2)
        #expect(daemon.lines.all == [2, 3] && daemon.lines.refused.isEmpty)
        #expect(daemon.requests.last?.method == "import.commit")
    }

    private func expectAllFaults(_ told: [Substring]) {
        #expect(told.count == 5, "\(told)")
        #expect(told.map { $0.prefix(8) } == ["nothing ", "f.csv:2:", "f.csv:3:", "f.csv:4:", "f.csv:5:"])
        #expect(told[1].contains("size_mm") && told[2].contains("\"120x80\""), "\(told)")
        #expect(told[3].hasSuffix("size_mm is missing") && told[4].hasSuffix("weight_g is missing"))
        #expect(daemon.lines.all == [2, 4, 5] && daemon.lines.refused == [2])
    }

    @Test func `the faults of the file and the daemon's are told at the first attempt`() throws {
        daemon.refusal = refused(Self.found)
        try expectAllFaults(told(Self.skus))
    }

    @Test func `the same where the daemon finds its own by and by`() throws {
        var state: JSONObject = [
            "import": 7, "kind": "sku", "state": "committing", "doing": "checking", "rows": 3, "done": 1,
            "faults": [],
        ]
        daemon.states = [state]
        state["state"] = "refused"
        state["doing"] = nil
        state["done"] = 0
        state["faults"] = .array(Self.found)
        daemon.states.append(state)
        try expectAllFaults(told(Self.skus))
    }

    @Test func `an import that others have opened again is not told as done`() throws {
        daemon.states = [["import": 7, "kind": "tote", "state": "open", "rows": 2, "done": 0, "faults": []]]
        #expect(try told("tote\nT-1\nT-2\n", kind: .tote) == ["nothing was imported:"])
    }

    @Test func `a fault behind all sound rows keeps them out as well`() throws {
        daemon.refusal = refused([])
        #expect(try told("tote,tare_g\nT-1,1\nT-2,1\nT-3,heavy\n", kind: .tote).count == 2)
        #expect(daemon.lines.all == [2, 3, 4] && daemon.lines.refused == [4])
    }

    @Test func `without a daemon a file's own faults are told, and what is left open`() throws {
        let lost = ClientError.noDaemon(socket: "/s", reason: "nobody")
        let lines = try told(Self.skus, without: lost)
        #expect(lines.map { $0.prefix(8) }.prefix(3) == ["nothing ", "f.csv:2:", "f.csv:3:"])
        #expect(lines.count == 4)
        let open = "what only the daemon knows was not checked: no daemon listens on /s"
        #expect(lines.last?.hasPrefix(open) == true, "\(lines)")
        #expect(throws: lost) { try told("tote\nT-1\n", kind: .tote, without: lost) }
    }

    @Test func `a fault is found although the daemon is lost before it`() throws {
        let sound = (0..<600).map { "T-\($0),1\n" }.joined()
        let lost = ClientError.noDaemon(socket: "/s", reason: "nobody")
        let lines = try told("tote,tare_g\n\(sound)T-600,heavy\n", kind: .tote, without: lost)
        #expect(lines.count == 3 && lines[1].hasPrefix("f.csv:602:"), "\(lines)")
    }

    @Test func `no daemon is needed where no row is sound, nor where the file is broken`() throws {
        let lost = ClientError.noDaemon(socket: "/s", reason: "nobody")
        #expect(try told("tote,tare_g\nT-1,heavy\nT-2,light\n", kind: .tote, without: lost).count == 3)
        let broken = try told("tote,tare_g\nT-1,heavy\nT-2,1\n\"T-3,1\n", kind: .tote)
        #expect(broken.map { $0.prefix(8) } == ["nothing ", "f.csv:2:", "f.csv:4:"])
        #expect(daemon.requests.allSatisfy { $0.method != "import.commit" })
    }

    @Test func `no more than a header is told`() throws {
        #expect(throws: InputFileError.self) { try told("tote\n", kind: .tote) }
    }

    @Test func `where the daemon stops it is said that there may be more`() throws {
        daemon.refusal = refused(
            (0..<Limits.importFaultsMax).map {
                ["line": .int($0 + 2), "kind": "bad_params", "message": "is wrong"]
            })
        #expect(
            try told("tote\nT-1\n", kind: .tote).last
                == "there may be more: the daemon stops at \(Limits.importFaultsMax) faults")
    }

    @Test func `where rows were not brought it is said from which line on`() throws {
        let faulty = String(repeating: "T,heavy\n", count: Limits.importFaultsMax)
        daemon.refusal = refused([])
        let lines = try told("tote,tare_g\nT-1,1\n\(faulty)T-2,1\n", kind: .tote)
        #expect(lines.last?.hasPrefix("from line \(Limits.importFaultsMax + 3) on, ") == true, "\(lines)")
    }
}
