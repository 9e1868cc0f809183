import Domain

/// The dialogue at the bench: the box, its pieces, its weight, whether it is closed, and its label; then the order's
/// next parcel.
enum PackingMachine: DialogueMachine {
    typealias State = PackingState
    typealias Facts = PackingFacts
    typealias Effect = PackingEffect
    typealias Said = PackingSentence
    typealias Reason = Never
    typealias Step = DialogueStep<PackingState, PackingEffect>

    static func step(
        from state: PackingState, on answer: Answer, knowing facts: PackingFacts
    ) throws(Refusal) -> Step {
        var state = state
        state.notice = nil
        if let command = answer.command(BenchCommand.self) { return try obey(command, at: state, facts.parcel) }
        switch state.at {
        case .box: return try acceptBox(answer, at: state, facts)
        case .item: return try acceptItem(answer, at: state, facts)
        case .quantity: return try count(answer, at: state, facts)
        case .weight: return try weigh(answer, at: state, facts)
        case .close: return try close(answer, at: state, facts.parcel)
        case .label: return try label(answer, at: state, facts.parcel)
        }
    }

    /// Where the parcel as it stands asks to go on. A box that has been asked for is on the bench then; a question for
    /// the box, and a count that has been begun, stay.
    static func resume(_ state: PackingState, knowing facts: PackingFacts) -> PackingState? {
        if facts.parcel.state.isLabelled { return nil }
        let next = PackingState(at: facts.parcel)
        if next.parcel != state.parcel { return next }
        if state.at == .box || state.at == .quantity { return state }
        return next.at == .box ? next.moved(to: .item) : next
    }
}

// MARK: Commands

/// Commands that a packer enters instead of a scan.
enum BenchCommand: String, CaseIterable {
    case undo = "*UNDO"
    case full = "*FULL"
}

extension PackingMachine {
    private static func obey(
        _ command: BenchCommand, at state: PackingState, _ parcel: Parcel
    ) throws(Refusal) -> Step {
        switch command {
        case .undo: return try undo(at: state, parcel)
        case .full:
            try parcel.checkOpen()
            try parcel.checkBegun(advice: "scan another box instead")
            return Step(next: state.moved(to: .item), effects: [.replan(.boxIsFull)])
        }
    }

    /// One step back.
    private static func undo(at state: PackingState, _ parcel: Parcel) throws(Refusal) -> Step {
        switch state.at {
        case .quantity: return Step(next: state.moved(to: .item))
        case .item where parcel.state == .open && parcel.done == 0: return Step(next: state.moved(to: .box))
        case .box, .item, .weight:
            try parcel.checkOpen(advice: "reopen it")
            guard parcel.done > 0 else {
                throw .notHere(place: state.at.rawValue, hint: "there is nothing here that *UNDO could take back")
            }
            return Step(next: state.moved(to: .item), effects: [.unpackLast])
        case .close:
            try parcel.checkOpen()
            return Step(next: state.moved(to: .weight), effects: [.forgetWeight])
        case .label:
            throw .wrongState(
                thing: "parcel \(parcel.row)", state: "closed, with a label on its way",
                wanted: "open; pack.reopen voids the label")
        }
    }
}

// MARK: Box and pieces

extension PackingMachine {
    /// Accepts the box proposed, or another one that holds the same pieces.
    private static func acceptBox(
        _ answer: Answer, at state: PackingState, _ facts: PackingFacts
    ) throws(Refusal) -> Step {
        let wanted = facts.parcel.box
        guard let box = facts.code.box else {
            guard facts.code.isKnown else { throw .unknownBox(answer.text) }
            throw .wrongBox(expected: wanted.text, scanned: answer.text, scannedIs: "")
        }
        return Step(
            next: state.moved(to: .item), effects: box == wanted ? [] : [.replan(.otherBox(box))])
    }

    /// Accepts the piece proposed, or another one of the order, around which the plan is made anew; as long as the box
    /// is empty, another box as well.
    private static func acceptItem(
        _ answer: Answer, at state: PackingState, _ facts: PackingFacts
    ) throws(Refusal) -> Step {
        let run = try facts.runAtHand()
        if let pieces = facts.code.pieces { return try countPieces(pieces, of: run, at: state) }
        if let box = facts.code.box, box != facts.parcel.box, facts.parcel.done == 0 {
            return Step(next: state.moved(to: .item), effects: [.replan(.otherBox(box))])
        }
        guard let other = facts.code.other, let next = other.replan.next else {
            throw .wrongItem(expected: run.sku.text, scanned: answer.text, scannedIs: "")
        }
        var step = try countPieces(other.pieces, of: next, at: state)
        step.effects.insert(.adopt(other.replan), at: 0)
        return step
    }

    /// A number is how many went in; the item's code again is one more, a case's code a case more.
    private static func count(
        _ answer: Answer, at state: PackingState, _ facts: PackingFacts
    ) throws(Refusal) -> Step {
        let run = try facts.runAtHand()
        if let more = facts.code.pieces { return try countPieces(state.counted + more, of: run, at: state) }
        guard let keyed = answer.number, keyed > 0 else {
            throw .wrongItem(expected: run.sku.text, scanned: answer.text, scannedIs: "")
        }
        try check(keyed, of: run)
        return Step(next: state.moved(to: .item), effects: [.putIn(keyed, of: run.sku)])
    }

    /// So many pieces of a run have been scanned: with the last one all of them are in, before that their number is
    /// asked for.
    private static func countPieces(
        _ pieces: Int, of run: PackRun, at state: PackingState
    ) throws(Refusal) -> Step {
        try check(pieces, of: run)
        guard pieces == run.count else { return Step(next: state.moved(to: .quantity, counted: pieces)) }
        return Step(next: state.moved(to: .item), effects: [.putIn(pieces, of: run.sku)])
    }

    private static func check(_ pieces: Int, of run: PackRun) throws(Refusal) {
        guard pieces <= run.count else {
            throw .tooMany(expected: run.count, given: pieces, of: run.sku.text)
        }
    }
}

// MARK: Weight, close and label

/// The answers to whether a parcel is to be closed.
enum CloseAnswer: String, CaseIterable {
    case yes, no
}

extension PackingMachine {
    /// Grams as the scale gives them: `1160` or `1160g`.
    private static func weigh(
        _ answer: Answer, at state: PackingState, _ facts: PackingFacts
    ) throws(Refusal) -> Step {
        let text = answer.text.lowercased()
        let digits = text.hasSuffix("g") ? String(text.dropLast()).trimmed : text
        guard digits.count <= weightDigitsMax, let weightG = Int(digits), weightG > 0 else {
            throw .badParams(
                param: "code", problem: "\"\(answer.text)\" is not a weight in grams such as 1160")
        }
        try facts.parcel.check(weightG: weightG, toleranceG: facts.toleranceG)
        return Step(next: state.moved(to: .close), effects: [.weigh(weightG: weightG)])
    }

    /// A longer number is a barcode; nothing that a person lifts onto a bench weighs as many grams.
    private static let weightDigitsMax = 9

    private static func close(
        _ answer: Answer, at state: PackingState, _ parcel: Parcel
    ) throws(Refusal) -> Step {
        switch answer.word(CloseAnswer.self) {
        case .yes: return Step(next: state.moved(to: .label), effects: [.close])
        case .no: return try undo(at: state, parcel)
        case nil:
            throw .badParams(
                param: "code",
                problem: "\"\(answer.text)\" does not close the parcel; say yes, or no to weigh again")
        }
    }

    private static func label(
        _ answer: Answer, at state: PackingState, _ parcel: Parcel
    ) throws(Refusal) -> Step {
        guard parcel.isLabelled(with: answer.scan) else {
            throw parcel.wrongLabel(scanned: answer.text, scannedIs: "")
        }
        // It may have been confirmed by pack.confirm in between.
        return Step(next: state, effects: parcel.state.isLabelled ? [] : [.label])
    }
}

extension PackingFacts {
    /// The pieces that are asked for.
    func runAtHand() throws(Refusal) -> PackRun {
        guard let run else {
            throw .notAllowed(as: .full, of: "parcel \(parcel.row)", wanted: .withRoom)
        }
        return run
    }
}

extension PackingState {
    func moved(to place: Place, counted: Int = 0) -> PackingState {
        PackingState(order: order, parcel: parcel, at: place, counted: counted)
    }
}
