import Domain
import Operations

/// Fewer pieces were found than the pick asks for. Walks of other kinds refuse it as they refuse `*SHORT`.
extension TourShort: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        guard let state = try site.dialogueOnTour(of: session, step: step).state as? PickingState else {
            return try site.obey(.short, step: step, in: session.row)
        }
        let context = DialogueContext(site: site, session: session, floor: try site.floor(session.warehouse))
        return try context.runStep(from: state, step: step) { (facts) throws(Refusal) in
            try PickingMachine.short(from: state, found: found, reason, knowing: facts)
        }
    }
}
