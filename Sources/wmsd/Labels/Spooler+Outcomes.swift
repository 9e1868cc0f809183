import Domain
import Fulfillment
import LabelSpool

extension Spooler {
    /// Stores what feeders have made of the labels in their folders, and removes the files of those stored.
    func collectOutcomes() async {
        // A folder that failed is not open, and is tried again.
        let failed = faults.map(\.printer).filter { folders.opened(of: $0) == nil }
        for printer in folders.open.map(\.printer) + failed where mayTry(.read, printer) {
            let found = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                try spooler.finishedFiles(in: folder)
            }
            guard case .done(let files) = found, !files.isEmpty else { continue }
            guard let stored = await jobStore.record(files.flatMap(\.outcomes)) else { return }
            _ = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                for file in files { try spooler.remove(file, stored, from: folder) }
            }
        }
    }

    /// Opens the folders in which feeders may have finished labels of an earlier run.
    func start() async {
        newestAtStart = await jobStore.newestLabel() ?? .highest
        for printer in await jobStore.printersWithSpooledLabels() {
            _ = await attempt(.read, printer) { _, _ throws(SpoolError) in }
        }
    }

    /// Finds spooled labels whose file is gone, a page at a time for each printer.
    ///
    /// Such a label may be on paper or not: its state becomes unknown, and the lead decides.
    func findVanished() async {
        for printer in folders.open.map(\.printer) where mayTry(.read, printer) {
            let jobs = await jobStore.spooledLabels(
                for: printer, after: searched[printer], limit: Self.namesPerRound)
            searched[printer] = jobs.count == Self.namesPerRound ? jobs.last?.row : nil
            let search = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                var vanished: [LabelFinding] = []
                for job in jobs where try folder.place(of: spooler.name(of: job)) == nil {
                    vanished.append(
                        LabelFinding(.unknown, of: job, reason: "its file has vanished from \(folder.path)"))
                }
                return vanished
            }
            if case .done(let vanished) = search, !vanished.isEmpty { _ = await jobStore.record(vanished) }
        }
    }

    /// A file that a feeder has moved to `done` or `failed`.
    private struct FinishedFile {
        let name: SpoolName
        let place: SpoolPlace
        /// First that the label was spooled: the feeder may have finished it before that was stored.
        let outcomes: [LabelFinding]
    }

    private func finishedFiles(in folder: SpoolFolder) throws(SpoolError) -> [FinishedFile] {
        var files: [FinishedFile] = []
        for place in [SpoolPlace.done, .failed] {
            let names = try folder.names(in: place).filter { !unknownFiles.contains($0) }
            for name in names.prefix(Self.namesPerRound) {
                let reason = place == .done ? nil : folder.reason(of: name) ?? "the feeder gave it up"
                let states: [LabelState] = [.spooled, place == .done ? .printed : .failed]
                let outcomes = states.map {
                    LabelFinding(
                        job: name.job, key: name.key, copy: name.copy, state: $0, reason: reason)
                }
                files.append(FinishedFile(name: name, place: place, outcomes: outcomes))
            }
        }
        return files
    }

    private func remove(
        _ file: FinishedFile, _ stored: Set<LabelRow>, from folder: SpoolFolder
    ) throws(SpoolError) {
        if stored.contains(file.name.job) { return try folder.discard(file.name, from: file.place) }
        logger.warning(
            "a file in the spool is no label of this database",
            metadata: ["file": "\(folder.path)/\(file.place.rawValue)/\(file.name)"])
        unknownFiles.insert(file.name)
    }
}
