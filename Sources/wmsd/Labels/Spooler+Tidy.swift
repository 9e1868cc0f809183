import Fulfillment
import LabelSpool

extension Spooler {
    /// Brings an opened folder in line with the book: what a stop has left in `tmp` is put back or removed; what
    /// should not be printed here any more is taken out of `new`, and what is written in a language that the
    /// printer does not speak any more is queued to be drawn anew.
    func tidy(_ folder: SpoolFolder) async throws(SpoolError) {
        onOpen(folder.path)
        let (leftovers, waiting) = (try folder.leftovers(), try folder.names(in: .new))
        guard let jobs = await ledger.labels(numbered: (leftovers + waiting).map(\.sequence)) else { return }
        let byNumber = Dictionary(jobs.map { ($0.number, $0) }) { first, _ in first }
        for name in leftovers {
            let job = byNumber[name.sequence]
            let isTakenBack = job.map { $0.state == .spooled && $0.printer == folder.printer } ?? false
            if isTakenBack, try folder.place(of: name) == nil {
                try folder.putBack(name)
            } else {
                try folder.forget(name)
            }
        }
        let language = drawer.language(of: folder.printer)
        var outdated: [LabelJob] = []
        for name in try folder.names(in: .new) {
            guard let job = byNumber[name.sequence], try SpoolName(job, in: name.language) == name else {
                continue
            }
            let holds = job.printer == folder.printer && ![.voided, .unknown].contains(job.state)
            if holds, name.language == language { continue }
            guard try folder.takeBack(name) else { continue }
            logger.warning(
                "a label is taken out: it no longer holds, or the printer has another language",
                metadata: ["file": "\(name)"])
            if holds { outdated.append(job) } else { try folder.forget(name) }
        }
        _ = await keep(outdated, of: folder.printer)
    }
}
