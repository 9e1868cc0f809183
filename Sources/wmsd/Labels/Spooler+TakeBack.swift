import Fulfillment
import LabelSpool

extension Spooler {
    /// Takes back what still lies in the spool of these jobs: they are queued again, and the caller decides what
    /// is to become of them before the next ``feed()``.
    ///
    /// One that a feeder has taken stays as it is.
    func takeBack(_ jobs: [LabelJob]) async {
        for printer in Set(jobs.map(\.printer)).sorted() {
            let taken = await attempt(.read, printer) { _, folder throws(SpoolError) in
                var taken: [LabelJob] = []
                for job in jobs where job.printer == printer && [.queued, .spooled].contains(job.state) {
                    if try folder.takeBack(SpoolName(job)) { taken.append(job) }
                }
                return taken
            }
            guard case .done(let taken) = taken, !taken.isEmpty else { continue }
            // Queued already, where the stop came before its coming out was taken down.
            let isStored = await ledger.settle(taken.map { LabelOutcome(.queued, of: $0) }) != nil
            _ = await attempt(.read, printer) { _, folder throws(SpoolError) in
                for job in taken {
                    if isStored { try folder.forget(SpoolName(job)) } else { try folder.putBack(SpoolName(job)) }
                }
            }
        }
        await settle()
    }
}
