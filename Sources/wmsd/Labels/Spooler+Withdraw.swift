import Domain
import Fulfillment
import LabelSpool

extension Spooler {
    /// Removes the files of these jobs from the spool and queues the jobs again, so that the caller can decide
    /// about them before the next ``writeQueued(unless:)``.
    ///
    /// A label that a feeder already has stays as it is.
    /// - Returns: the jobs that are still queued and yet may be on paper, or may come onto it.
    func withdraw(_ jobs: [LabelJob]) async -> Set<LabelRow> {
        // Most orders that are cancelled have no label yet: for them no folder is read.
        if jobs.isEmpty { return [] }
        var unreachable: Set<LabelRow> = []
        for printer in Set(jobs.map(\.printer.text)).sorted() {
            let candidates = jobs.filter { $0.printer.text == printer }
            let found = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                try spooler.moveBack(candidates, in: folder)
            }
            switch found {
            case .done(let files):
                unreachable.formUnion(files.finished)
                unreachable.formUnion(await requeue(files.movedBack, of: printer))
            case .waiting: unreachable.formUnion(candidates.filter(mayHaveBeenWritten).map(\.row))
            case .hopeless: break
            }
        }
        await collectOutcomes()
        return unreachable
    }

    /// Moves files from `new` back to `tmp`, out of the feeders' reach.
    private func moveBack(
        _ jobs: [LabelJob], in folder: SpoolFolder
    ) throws(SpoolError) -> (movedBack: [LabelJob], finished: [LabelRow]) {
        var movedBack: [LabelJob] = []
        var finished: [LabelRow] = []
        for job in jobs {
            let name = try name(of: job)
            if try folder.withdraw(name) {
                movedBack.append(job)
            } else if try folder.place(of: name) != nil {
                finished.append(job.row)
            }
        }
        return (movedBack, finished)
    }

    /// Stores that labels are queued again and removes their files; where that cannot be stored the files go
    /// back to `new`.
    ///
    /// - Returns: the jobs whose files went back.
    func requeue(_ jobs: [LabelJob], of printer: String) async -> [LabelRow] {
        if jobs.isEmpty { return [] }
        let isStored = await jobStore.record(jobs.map { LabelFinding(.queued, of: $0) }) != nil
        _ = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
            for job in jobs {
                let name = try spooler.name(of: job)
                if isStored { try folder.forget(name) } else { try folder.putBack(name) }
            }
        }
        return isStored ? [] : jobs.map(\.row)
    }

    /// Whether a queued job's file may lie in a folder that cannot be read: the daemon may have ended after
    /// writing the file and before storing that it had.
    private func mayHaveBeenWritten(_ job: LabelJob) -> Bool {
        job.row <= max(newestAttempted[job.printer.text] ?? newestAtStart, newestAtStart)
    }
}
