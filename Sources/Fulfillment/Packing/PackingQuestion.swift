import Cartonization
import Domain

/// What goes into which boxes: a question to the packing engine that any thread can answer.
///
/// A hard one takes the engine a fifth of a second. The thread that serves everybody therefore hands it on and decides
/// the command again when the answer is there, which is the same whoever finds it.
public struct PackingQuestion: Sendable, Equatable {
    let cartonizer: Cartonizer
    let items: [Item]
    /// Boxes that something is in already.
    let begun: [BegunParcel]

    public static func == (one: PackingQuestion, other: PackingQuestion) -> Bool {
        one.items == other.items && one.begun == other.begun && one.cartonizer.boxes == other.cartonizer.boxes
            && one.cartonizer.rules == other.cartonizer.rules && one.cartonizer.profile == other.cartonizer.profile
            && one.cartonizer.freight == other.cartonizer.freight
    }

    /// The engine's answer. The same question has the same answer on every thread and machine.
    public func answer() -> PackingAnswer {
        do throws(PackingError) {
            return PackingAnswer(
                question: self, result: .success(try cartonizer.pack(items, around: begun)))
        } catch { return PackingAnswer(question: self, result: .failure(error)) }
    }

    /// The answer where it needs no search: it is cached, or there is one piece.
    var answerAtHand: PackingAnswer? {
        guard begun.isEmpty else { return nil }
        if items.count == 1 && items[0].quantity == 1 { return answer() }
        do throws(PackingError) {
            return try cartonizer.known(items).map { PackingAnswer(question: self, result: .success($0)) }
        } catch { return PackingAnswer(question: self, result: .failure(error)) }
    }
}

/// A question and what the packing engine says to it.
public struct PackingAnswer: Sendable {
    let question: PackingQuestion
    let result: Result<Cartonization.Packing, PackingError>
}

extension Transaction {
    /// The 3D packing of items, around what lies in boxes already.
    ///
    /// - Throws: ``Refusal/notPlanned`` where the answer takes a search and the command may wait for it: what is to be
    ///   answered then stands in ``openQuestion``.
    func packing(
        of items: [Item], around begun: [BegunParcel] = []
    ) throws(Refusal) -> Cartonization.Packing {
        let question = PackingQuestion(cartonizer: try cartonizer(for: items), items: items, begun: begun)
        let answer = try answer(to: question)
        do throws(PackingError) { return try answer.result.get() } catch { throw Refusal(error, of: items) }
    }

    private func answer(to question: PackingQuestion) throws(Refusal) -> PackingAnswer {
        guard let answers = packingAnswersGiven, answers.count < PlanningLimits.packingsPerCommand else {
            return question.answer()
        }
        if let answer = answers.first(where: { $0.question == question }) ?? question.answerAtHand { return answer }
        openQuestion = question
        throw .notPlanned
    }
}
