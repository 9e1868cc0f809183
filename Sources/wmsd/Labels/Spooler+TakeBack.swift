import Fulfillment
import LabelSpool

extension Spooler {
    /// Takes back what still lies in the spool of these jobs: they are queued again, and the caller decides what
    /// is to become of them before the next ``feed()``.
    ///
    /// One that a feeder has taken stays as it is.
    /// - Returns: the jobs that are still queued and yet may be on paper, or come onto it.
    func takeBack(_ jobs: [LabelJob]) async -> Set<Int> {
        var unseen: Set<Int> = []
        for printer in Set(jobs.map(\.printer)).sorted() {
            let candidates = jobs.filter { $0.printer == printer }
            let found = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                try spooler.takeOut(candidates, of: folder)
            }
            switch found {
            case .done(let found):
                unseen.formUnion(found.handed)
                unseen.formUnion(await keep(found.taken, of: printer))
            case .waiting: unseen.formUnion(candidates.filter(mayHaveBeenWritten).map(\.number))
            case .hopeless: break
            }
        }
        await settle()
        return unseen
    }

    private func takeOut(
        _ jobs: [LabelJob], of folder: SpoolFolder
    ) throws(SpoolError) -> (taken: [LabelJob], handed: [Int]) {
        var taken: [LabelJob] = []
        var handed: [Int] = []
        for job in jobs {
            let name = try name(of: job)
            if try folder.takeBack(name) {
                taken.append(job)
            } else if try folder.place(of: name) != nil {
                handed.append(job.number)
            }
        }
        return (taken, handed)
    }

    /// Takes down that labels are queued again; where that cannot be stored they go back.
    ///
    /// - Returns: those that went back.
    func keep(_ taken: [LabelJob], of printer: String) async -> [Int] {
        if taken.isEmpty { return [] }
        let isStored = await ledger.settle(taken.map { LabelFinding(.queued, of: $0) }) != nil
        _ = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
            for job in taken {
                let name = try spooler.name(of: job)
                if isStored { try folder.forget(name) } else { try folder.putBack(name) }
            }
        }
        return isStored ? [] : taken.map(\.number)
    }

    /// Whether a queued job's file may lie in a folder that cannot be looked into: a stop may have come between
    /// its writing and the book.
    private func mayHaveBeenWritten(_ job: LabelJob) -> Bool {
        job.number <= max(attempted[job.printer] ?? 0, newestAtStart)
    }
}
