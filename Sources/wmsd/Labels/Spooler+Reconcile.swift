import Domain
import LabelSpool

extension Spooler {
    /// Brings an opened folder in line with the stored jobs: files that an ended daemon left in `tmp` are put back
    /// or removed, files that must not be printed here any more are removed from `new`, and labels in a language
    /// that the printer no longer speaks are queued to be drawn anew.
    func reconcile(_ folder: SpoolFolder) async throws(SpoolError) {
        onOpen(folder.path)
        let (leftovers, waiting) = (try folder.leftovers(), try folder.names(in: .new))
        guard let jobs = await jobStore.labels(numbered: (leftovers + waiting).map(\.job)) else {
            return
        }
        let byNumber = Dictionary(jobs.map { ($0.row, $0) }) { first, _ in first }
        for name in leftovers { try restoreOrRemove(name, of: byNumber[name.job], in: folder) }
        _ = await requeue(try removeOutdated(from: folder, byNumber), of: folder.printer)
    }

    /// A file in `tmp` whose job is spooled was on its way back when the daemon ended.
    private func restoreOrRemove(
        _ name: SpoolName, of job: LabelJob?, in folder: SpoolFolder
    ) throws(SpoolError) {
        let isSpooledHere = job.map { $0.state == .spooled && $0.printer.text == folder.printer } ?? false
        if isSpooledHere, try folder.place(of: name) == nil {
            try folder.putBack(name)
        } else {
            try folder.forget(name)
        }
    }

    /// - Returns: the jobs to be drawn anew, whose files are now in `tmp`.
    private func removeOutdated(
        from folder: SpoolFolder, _ byNumber: [LabelRow: LabelJob]
    ) throws(SpoolError) -> [LabelJob] {
        let language = drawer.language(of: folder.printer)
        var outdated: [LabelJob] = []
        for name in try folder.names(in: .new) {
            guard let job = byNumber[name.job], try SpoolName(job, in: name.language) == name else {
                continue
            }
            let isValid = job.printer.text == folder.printer && ![.voided, .unknown].contains(job.state)
            if isValid, name.language == language { continue }
            guard try folder.withdraw(name) else { continue }
            logger.warning(
                "a label is removed from the spool: it is not valid any more, or the printer has another language",
                metadata: ["file": "\(name)"])
            if isValid { outdated.append(job) } else { try folder.forget(name) }
        }
        return outdated
    }
}
