import Domain
import Operations

extension UnpackMachine: FloorDialogue {
    static var commands: [String] { UnpackCommand.allCases.map(\.rawValue) }

    static func facts(at state: UnpackState, for answer: Answer?, in context: DialogueContext) throws(Refusal) -> Facts {
        let site = context.site
        var facts = Facts(order: try site.order(state.order), parcel: try site.parcel(state.parcel))
        try site.countPieces(&facts)
        guard let answer, state.at == .tote else { return facts }
        facts.scanned = try site.tote(code: answer.scan.text)
        if facts.scanned == nil { facts.isKnown = try !site.meanings(of: answer.text, on: context.floor).isEmpty }
        return facts
    }

    static func carryOut(
        _ step: DialogueStep<UnpackState, UnpackEffect>, knowing facts: inout Facts, in context: DialogueContext
    ) throws(Refusal) {
        for case .unpack(let parcel, let tote) in step.effects {
            try context.site.unpack(try context.site.parcel(parcel), into: tote, by: context.session)
            facts.parcel = try context.site.parcelToUnpack(of: facts.order.row)
            try context.site.countPieces(&facts)
        }
    }
}

extension Transaction {
    fileprivate func countPieces(_ facts: inout UnpackMachine.Facts) throws(Refusal) {
        facts.quantity = 0
        if let parcel = facts.parcel { facts.quantity = try piecesToUnpack(of: parcel.row) }
    }

    /// The first box of an order that has to be emptied; nil where none has.
    func parcelToUnpack(of order: OrderRow) throws(Refusal) -> Parcel? {
        for task in try store.tasks.tasks(of: order) where task.kind == .unpack && task.state.isUnfinished {
            if let parcel = task.work.parcel { return try self.parcel(parcel) }
        }
        return nil
    }

    /// What was in a box lies in a tote, which waits to be carried back to the bins; the parcel is no more.
    fileprivate func unpack(_ parcel: Parcel, into id: ToteID, by session: Session) throws(Refusal) {
        let order = try order(parcel.order)
        let station = session.station ?? parcel.station
        let bound = try store.totes.move(try tote(id), to: .bound, order: order.row)
        try store.totes.move(bound, to: .putBack, order: order.row, station: station)
        for task in try store.tasks.tasks(of: order.row)
        where task.kind == .unpack && task.work.parcel == parcel.row && task.state.isUnfinished {
            for pick in try store.picks.picks(of: parcel.row) {
                try openPutBack(of: try store.picks.unpackAll(of: pick, into: id), reason: task.work.reason)
            }
            let claimed = task.state == .open ? try store.tasks.claim(task, by: session.row) : task
            try endTask(try store.tasks.complete(claimed, by: session.badge, at: now))
        }
        try store.parcels.move(try self.parcel(parcel.row), to: .voided)
        try refreshStage(of: order.row)
    }
}
