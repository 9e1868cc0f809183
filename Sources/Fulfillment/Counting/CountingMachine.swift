import Domain

/// The dialogue of a walk from count to count: the bin, then item, lot, day of expiry and quantity of all that lies in
/// it, until nothing else does.
enum CountingMachine: DialogueMachine {
    typealias Step = DialogueStep<CountingState, CountingEffect>
    typealias Said = CountingSentence
    typealias Reason = CountingReason

    /// What is asked for, by where the dialogue stands and what is left to do: somebody else may have counted the bin
    /// in between.
    enum Asked: Equatable {
        case bin(WorkTask), item(WorkTask), nothingElse(WorkTask)
        case lot(GoodsCount), expiry(GoodsCount), quantity(GoodsCount)
        /// Whatever is answered, the walk is over.
        case over
    }

    static func asked(at state: CountingState, knowing facts: CountingFacts) -> Asked {
        guard let task = facts.task else { return .over }
        guard state.task == task.row else { return .bin(task) }
        switch (state.at, state.hand) {
        case (.bin, _): return .bin(task)
        case (.lot, let hand?): return .lot(hand)
        case (.expiry, let hand?): return .expiry(hand)
        case (.quantity, let hand?): return .quantity(hand)
        case (.nothingElse, _): return .nothingElse(task)
        case (.item, _), (_, nil): return .item(task)
        }
    }

    static func step(
        from state: CountingState, on answer: Answer, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        let asked = asked(at: state, knowing: facts)
        if asked == .over {
            // Who asks why changes nothing.
            return Step(next: state, effects: [answer.command(FloorCommand.self) == .why ? .explain : .finish])
        }
        if let command = answer.command(FloorCommand.self) {
            return try obey(command, where: asked, at: state, knowing: facts)
        }
        switch asked {
        case .bin(let task): return try accept(bin: answer, of: task, at: state, knowing: facts)
        case .item(let task): return try accept(item: answer, of: task, at: state, knowing: facts)
        case .lot(let hand): return try accept(lot: answer, of: hand, at: state, knowing: facts)
        case .expiry(let hand): return try accept(expiry: answer, of: hand, at: state, knowing: facts)
        case .quantity(let hand): return try accept(count: answer, of: hand, at: state, knowing: facts)
        case .nothingElse(let task): return try confirm(answer, of: task, at: state, knowing: facts)
        case .over: return Step(next: state, effects: [.finish])
        }
    }

    static func resume(_ state: CountingState, knowing facts: CountingFacts) -> CountingState? {
        guard facts.tour.state == .started else { return nil }
        if case .bin = asked(at: state, knowing: facts) { return CountingState(tour: state.tour) }
        return state
    }
}

// MARK: Commands

extension CountingMachine {
    private static func obey(
        _ command: FloorCommand, where asked: Asked, at state: CountingState, knowing facts: CountingFacts
    ) throws(Refusal) -> Step {
        switch command {
        case .why: return Step(next: state, effects: [.explain])
        case .pause: return Step(next: CountingState(tour: state.tour), effects: [.pause])
        case .undo: return try undo(where: asked, at: state)
        case .skip:
            switch asked {
            case .bin(let task), .item(let task):
                return Step(
                    next: CountingState(tour: state.tour), effects: [.postpone(task.work.sourceBin ?? "")])
            case .lot, .expiry, .quantity, .nothingElse, .over:
                throw refusal(at: state, hint: "say *SKIP where a bin or an item is asked for")
            }
        case .short, .full: throw refusal(at: state, hint: "*SHORT and *FULL are for picks: here key what is there")
        }
    }

    /// One step back in the count of the bin.
    private static func undo(where asked: Asked, at state: CountingState) throws(Refusal) -> Step {
        switch asked {
        case .bin, .over: throw refusal(at: state, hint: "there is nothing here that *UNDO could take back")
        case .lot, .expiry, .quantity, .nothingElse: return Step(next: state.moved(to: .item))
        case .item:
            guard !state.counted.isEmpty else { return Step(next: CountingState(tour: state.tour)) }
            var next = state
            next.counted.removeLast()
            return Step(next: next)
        }
    }

    private static func refusal(at state: CountingState, hint: String) -> Refusal {
        .notHere(place: state.at.rawValue, hint: hint)
    }
}
