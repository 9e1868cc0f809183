import Domain

/// The dialogue of a walk that brings pieces of cancelled orders home: each tote is taken along, then bin, item and
/// quantity of each task.
enum PutBackMachine: DialogueMachine {
    typealias Step = DialogueStep<PutBackState, PutBackEffect>
    typealias Said = PutBackSentence
    typealias Reason = PutBackReason

    static func step(
        from state: PutBackState, on answer: Answer, knowing facts: PutBackFacts
    ) throws(Refusal) -> Step {
        if let command = answer.command(FloorCommand.self) { return try obey(command, at: state, facts) }
        switch state.at {
        case .tote: return try fetch(answer, at: state, facts)
        case .bin: return try accept(bin: answer, at: state, facts)
        case .item: return try accept(item: answer, at: state, facts)
        case .quantity: return try accept(count: answer, at: state, facts)
        case .missing: return try confirm(answer, at: state, facts)
        }
    }

    /// The next tote to fetch, then the next task; nil after the last one.
    static func resume(_ state: PutBackState, knowing facts: PutBackFacts) -> PutBackState? {
        guard facts.tour.state == .started, let task = facts.task else { return nil }
        if facts.toFetch != nil { return state.moved(to: .tote) }
        switch state.at {
        case .item, .quantity, .missing: return state
        case .tote, .bin: return state.moved(to: task.work.targetBin == state.bin ? .item : .bin)
        }
    }
}

// MARK: Commands

extension PutBackMachine {
    private static func obey(
        _ command: FloorCommand, at state: PutBackState, _ facts: PutBackFacts
    ) throws(Refusal) -> Step {
        switch command {
        case .why: return Step(next: state, effects: [.explain])
        case .pause: return Step(next: state, effects: [.pause])
        case .skip:
            return Step(
                next: state.moved(to: .bin), effects: [.postpone(try taskBeforeCount(command, at: state, facts))])
        case .full:
            return Step(next: state.leavingBin, effects: [.redirect(try taskBeforeCount(command, at: state, facts))])
        case .undo:
            switch state.at {
            case .quantity, .missing: return Step(next: state.moved(to: .item))
            case .item: return Step(next: state.leavingBin)
            case .tote, .bin: throw refusal(at: state, hint: "there is nothing here that *UNDO could take back")
            }
        case .short: throw refusal(at: state, hint: "*SHORT is for picks: here key how many are there")
        }
    }

    /// The task at hand, as long as nothing of it has been counted.
    private static func taskBeforeCount(
        _ command: FloorCommand, at state: PutBackState, _ facts: PutBackFacts
    ) throws(Refusal) -> WorkTask {
        guard state.at == .bin || state.at == .item, let task = facts.task else {
            throw refusal(at: state, hint: "say \(command.rawValue) where a bin or an item is asked for")
        }
        return task
    }

    private static func refusal(at state: PutBackState, hint: String) -> Refusal {
        .notHere(place: state.at.rawValue, hint: hint)
    }
}

// MARK: Answers to each prompt

extension PutBackMachine {
    private static func fetch(_ answer: Answer, at state: PutBackState, _ facts: PutBackFacts) throws(Refusal) -> Step {
        let wanted = facts.toFetch?.work.sourceTote
        guard let tote = facts.scanned.tote, tote == wanted else {
            throw .wrongTote(expected: wanted?.text ?? "no tote", scanned: answer.text, scannedIs: "")
        }
        return Step(next: state, effects: [.fetch(tote)])
    }

    private static func accept(
        bin answer: Answer, at state: PutBackState, _ facts: PutBackFacts
    ) throws(Refusal) -> Step {
        let wanted = try facts.taskAtHand().work.targetBin
        guard let bin = facts.scanned.bin, bin == wanted else {
            throw .wrongBin(expected: wanted?.text ?? "", scanned: answer.text, scannedIs: "")
        }
        var next = state.moved(to: .item)
        next.bin = bin
        return Step(next: next, effects: [.arrive(bin)])
    }

    private static func accept(
        item answer: Answer, at state: PutBackState, _ facts: PutBackFacts
    ) throws(Refusal) -> Step {
        let task = try facts.taskAtHand()
        guard let pieces = facts.scanned.pieces else {
            throw .wrongItem(expected: task.work.sku?.text ?? "", scanned: answer.text, scannedIs: "")
        }
        return try countPieces(pieces, of: task, at: state)
    }

    /// A number is the count of all; the item's code again is one piece more, a case's code a case more.
    private static func accept(
        count answer: Answer, at state: PutBackState, _ facts: PutBackFacts
    ) throws(Refusal) -> Step {
        let task = try facts.taskAtHand()
        if let more = facts.scanned.pieces {
            return try countPieces(state.counted + more, of: task, at: state)
        }
        guard let keyed = answer.number else {
            throw .wrongItem(expected: task.work.sku?.text ?? "", scanned: answer.text, scannedIs: "")
        }
        try check(keyed, of: task)
        guard keyed == task.quantity else { return Step(next: state.moved(to: .missing, counted: keyed)) }
        return Step(next: state.moved(to: .bin), effects: [.putBack(task, found: keyed)])
    }

    private static func countPieces(
        _ pieces: Int, of task: WorkTask, at state: PutBackState
    ) throws(Refusal) -> Step {
        try check(pieces, of: task)
        guard pieces == task.quantity else { return Step(next: state.moved(to: .quantity, counted: pieces)) }
        return Step(next: state.moved(to: .bin), effects: [.putBack(task, found: pieces)])
    }

    private static func check(_ pieces: Int, of task: WorkTask) throws(Refusal) {
        guard pieces <= task.quantity else {
            throw .tooMany(expected: task.quantity, given: pieces, of: task.work.sku?.text ?? "")
        }
    }

    /// Whether the pieces that are not there are really gone: before that is said, no count is asked for.
    private static func confirm(_ answer: Answer, at state: PutBackState, _ facts: PutBackFacts) throws(Refusal) -> Step {
        let task = try facts.taskAtHand()
        switch answer.word(CloseAnswer.self) {
        case .yes: return Step(next: state.moved(to: .bin), effects: [.putBack(task, found: state.counted)])
        case .no: return Step(next: state.moved(to: .item))
        case nil:
            throw .badParams(
                param: "code", problem: "\"\(answer.text)\" is neither yes, the pieces are gone, nor no, count again")
        }
    }
}

extension PutBackState {
    /// The bin has to be scanned anew.
    fileprivate var leavingBin: PutBackState {
        var next = moved(to: .bin)
        next.bin = nil
        return next
    }
}

extension PutBackFacts {
    fileprivate func taskAtHand() throws(Refusal) -> WorkTask {
        guard let task else {
            throw .notAllowed(as: .nothingLeft, of: "tour \(tour.row)", wanted: .piecesToPutBack)
        }
        return task
    }
}
