import Domain
import Fulfillment
import Operations
import ServiceLifecycle

/// What keeps the database from growing with time: now and then, answers nobody can ask for any more are dropped.
struct Housekeeping: Service {
    /// Rare enough to cost nothing, often enough that little is dropped at once.
    private static let pause = Duration.seconds(60)

    /// So few that nobody waits for them.
    private static let answersAtOnce = 500

    let decider: Decider

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                decider.decide(Command(own: AnswersForget(limit: Self.answersAtOnce))) { _ in }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
