import JSON
import LineProtocol
import Operations

/// One attempt to bring a file in: all of its rows count, or all of its faults are told.
///
/// What a row says is judged here; what it rests on, such as the SKU of some stock, by the daemon. So that all faults are
/// told at once, the sound rows of a file are brought even where others have faults, together with a row that the daemon
/// must refuse.
struct ImportAttempt {
    private enum End {
        case committed(rows: Int, answer: JSONObject)
        case refused(ImportFaults)
    }

    private var file: ImportFile
    private var upload: ImportUpload
    private var progress: ImportProgress
    private let pause: () -> Void
    /// Why no further rows can be brought.
    private var failure: ClientError?

    /// - Parameter pause: waits before the daemon is asked again how far a large import is.
    init(_ file: ImportFile, by upload: ImportUpload, progress: ImportProgress, pause: @escaping () -> Void) {
        self.file = file
        self.upload = upload
        self.progress = progress
        self.pause = pause
    }

    /// Brings all rows and waits until they count.
    ///
    /// - Returns: how many rows count, and the answer that said so.
    /// - Throws: ``ImportFaults`` where a row has a fault; else `ClientError` where the daemon cannot be asked or refuses,
    ///   and ``InputFileError`` where there are no rows.
    mutating func run() throws -> (rows: Int, answer: JSONObject) {
        defer { progress.end() }
        try bringRows()
        if upload.rows == 0 && failure == nil {
            if !file.faults.isEmpty { throw ownFaults(unchecked: tooManyFaults) }
            throw InputFileError(description: "\(file.name) has no rows below its first line")
        }
        let end: End
        do throws(ClientError) { end = try commit() } catch {
            if file.faults.isEmpty { throw error }
            throw ownFaults(unchecked: "what only the daemon knows was not checked: \(error)")
        }
        switch end {
        case .committed(let rows, let answer):
            if file.faults.isEmpty { return (rows, answer) }
            throw ImportFaults(file: file.name, faults: file.faults, booked: rows)
        case .refused(var found):
            found.add(file.faults)
            found.unchecked = tooManyFaults ?? found.unchecked
            throw found
        }
    }

    /// Reads the file to its end, as every fault in it is to be told, and brings rows as long as that is possible.
    private mutating func bringRows() throws(ImportFaults) {
        while let row = try file.next() {
            if failure != nil { continue }
            do throws(ClientError) {
                try refuseFaultyFile()
                try upload.add(row)
                progress.brought(upload.rows, share: file.share)
            } catch { failure = error }
        }
    }

    /// Sees to it that a file with a fault is refused as a whole.
    private mutating func refuseFaultyFile() throws(ClientError) {
        if let fault = file.faults.first { try upload.addRefused(line: fault.line) }
    }

    private mutating func commit() throws(ClientError) -> End {
        if let failure { throw failure }
        try refuseFaultyFile()
        let commit: ImportCommit.Result
        do throws(ClientError) { commit = try upload.commit() } catch {
            guard let refusal = error.refusal, refusal.kind == "import_faults" else { throw error }
            return .refused(ImportFaults(file: file.name, found: refusal.data["faults"]))
        }
        if commit.state == .committed { return .committed(rows: commit.rows, answer: commit.json) }
        while true {
            let status = try upload.status()
            switch status.state {
            case .committing: progress.committing(status)
            // It is open again where others have brought further rows after it was refused.
            case .refused, .open: return .refused(ImportFaults(file: file.name, refused: status))
            case .committed: return .committed(rows: status.rows, answer: status.json)
            }
            pause()
        }
    }

    private func ownFaults(unchecked: String?) -> ImportFaults {
        ImportFaults(file: file.name, faults: file.faults, unchecked: unchecked)
    }

    private var tooManyFaults: String? {
        file.firstLineNotGiven.map {
            "from line \($0) on, what only the daemon knows was not checked: too many lines before it have faults"
        }
    }
}
