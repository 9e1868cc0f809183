import Domain
import Operations

/// The dialogue at the bench that empties a box of an order that is to be cancelled: a free tote, then whether the box
/// is empty; then the order's next box.
enum UnpackMachine: DialogueMachine {
    typealias Step = DialogueStep<UnpackState, UnpackEffect>
    typealias Said = UnpackSentence
    typealias Reason = Never

    struct Facts {
        let order: Order
        /// The box at hand, or the next one; nil where all are empty.
        var parcel: Parcel?
        var quantity = 0
        /// The tote that an answer names, free or not.
        var scanned: Tote?
        /// Whether a code that names no tote names something else.
        var isKnown = false
    }

    /// What happens on the floor because of an answer.
    enum UnpackEffect: Equatable, Sendable {
        /// What was in the box lies in the tote, which waits to be carried back.
        case unpack(ParcelRow, into: ToteID)
    }

    static func step(from state: UnpackState, on answer: Answer, knowing facts: Facts) throws(Refusal) -> Step {
        if let command = answer.command(UnpackCommand.self) { return try obey(command, at: state) }
        switch state.at {
        case .tote:
            let tote = try answer.freeTote(facts.scanned, isKnown: facts.isKnown, in: facts.order.warehouse)
            return Step(next: UnpackState(order: state.order, parcel: state.parcel, at: .emptied, tote: tote.id))
        case .emptied:
            switch answer.word(CloseAnswer.self) {
            case .yes:
                guard let tote = state.tote else {
                    throw .unreadable("the dialogue at parcel \(state.parcel): it has no tote")
                }
                return Step(next: state, effects: [.unpack(state.parcel, into: tote)])
            case .no: return Step(next: UnpackState(order: state.order, parcel: state.parcel, at: .tote))
            case nil:
                throw .badParams(param: "code", problem: "\"\(answer.text)\" is neither yes, the box is empty, nor no")
            }
        }
    }

    private static func obey(_ command: UnpackCommand, at state: UnpackState) throws(Refusal) -> Step {
        switch (command, state.at) {
        case (.undo, .emptied): return Step(next: UnpackState(order: state.order, parcel: state.parcel, at: .tote))
        case (.undo, .tote):
            throw .notHere(place: state.at.rawValue, hint: "there is nothing here that *UNDO could take back")
        }
    }

    static func resume(_ state: UnpackState, knowing facts: Facts) -> UnpackState? {
        guard let parcel = facts.parcel else { return nil }
        return parcel.row == state.parcel ? state : UnpackState(parcel: parcel)
    }

    static func prompt(at state: UnpackState, knowing facts: Facts) -> UnpackPrompt {
        var prompt = asked(at: state, knowing: facts)
        prompt.notice = state.notice
        return prompt
    }

    private static func asked(at state: UnpackState, knowing facts: Facts) -> UnpackPrompt {
        var show = Shown()
        (show.kind, show.order, show.parcel, show.box) = (.unpack, facts.order.id, state.parcel, facts.parcel?.box)
        show.client = facts.order.client.isEmpty ? nil : facts.order.client
        (show.number, show.quantity) = (facts.parcel?.number, facts.quantity)
        switch state.at {
        case .tote:
            return UnpackPrompt(expect: .tote, say: .intoFreeTote(pieces: facts.quantity), show: show)
        case .emptied:
            show.tote = state.tote
            return UnpackPrompt(
                expect: .yesNo, say: .areAllIn(state.tote ?? "", pieces: facts.quantity), show: show,
                choices: CloseAnswer.allCases.map(\.rawValue))
        }
    }
}

/// What a packer may say who empties a box, instead of scanning.
enum UnpackCommand: String, CaseIterable {
    case undo = "*UNDO"
}
