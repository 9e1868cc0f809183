import Domain
import Fulfillment
import LabelSpool

extension Spooler {
    /// Takes down what feeders have made of the labels in their folders, and removes what is settled.
    func settle() async {
        // A folder that failed is not open, and is tried again.
        let failed = faults.map(\.printer).filter { folders.opened(of: $0) == nil }
        for printer in folders.open.map(\.printer) + failed where mayTry(.read, printer) {
            let found = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                try spooler.handed(in: folder)
            }
            guard case .done(let handed) = found, !handed.isEmpty else { continue }
            guard let known = await ledger.settle(handed.flatMap(\.outcomes)) else { return }
            _ = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                for label in handed { try spooler.clear(label, known, from: folder) }
            }
        }
    }

    /// Opens the folders in which labels of an earlier run may have been handed on.
    func begin() async {
        newestAtStart = await ledger.newestLabel() ?? Int.max
        for printer in await ledger.printersWithSpooledLabels() {
            _ = await attempt(.read, printer) { _, _ throws(SpoolError) in }
        }
    }

    /// Looks for spooled labels whose file has gone, a page at a time for each printer; such a label may be on
    /// paper or not, so it is told and left to the lead.
    func searchVanished() async {
        for printer in folders.open.map(\.printer) where mayTry(.read, printer) {
            let jobs = await ledger.spooledLabels(
                for: printer, after: searched[printer] ?? 0, limit: Self.namesPerRound)
            searched[printer] = jobs.count == Self.namesPerRound ? jobs.last?.number : nil
            let search = await attempt(.read, printer) { spooler, folder throws(SpoolError) in
                var gone: [LabelFinding] = []
                for job in jobs where try folder.place(of: spooler.name(of: job)) == nil {
                    gone.append(
                        LabelFinding(.unknown, of: job, reason: "its file has vanished from \(folder.path)"))
                }
                return gone
            }
            if case .done(let gone) = search, !gone.isEmpty { _ = await ledger.settle(gone) }
        }
    }

    /// A label in `done` or `failed`.
    private struct Handed {
        let name: SpoolName
        let place: SpoolPlace
        /// A feeder may have been quicker than the book, so that a label came out is taken down first.
        let outcomes: [LabelFinding]
    }

    private func handed(in folder: SpoolFolder) throws(SpoolError) -> [Handed] {
        var handed: [Handed] = []
        for place in [SpoolPlace.done, .failed] {
            for name in try folder.names(in: place).prefix(Self.namesPerRound) where !strangers.contains(name)
            {
                let reason = place == .done ? nil : folder.reason(of: name) ?? "the feeder gave it up"
                let states: [LabelState] = [.spooled, place == .done ? .printed : .failed]
                handed.append(
                    Handed(
                        name: name, place: place,
                        outcomes: states.map {
                            LabelFinding(
                                job: LabelRow(name.sequence), key: name.key, copy: name.copy, state: $0, reason: reason)
                        }))
            }
        }
        return handed
    }

    private func clear(_ label: Handed, _ known: Set<Int>, from folder: SpoolFolder) throws(SpoolError) {
        if known.contains(label.name.sequence) { return try folder.discard(label.name, from: label.place) }
        logger.warning(
            "a file in the spool is no label of this journal",
            metadata: ["file": "\(folder.path)/\(label.place.rawValue)/\(label.name)"])
        strangers.insert(label.name)
    }
}
