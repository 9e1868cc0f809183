import Fulfillment
import ServiceLifecycle

/// What keeps the database from growing with time: now and then, answers nobody can ask for any more are dropped.
struct Housekeeping: Service {
    /// Rare enough to cost nothing, often enough that little is dropped at once.
    private static let pause = Duration.seconds(3600)

    let decider: Decider

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let command = Command(
                    method: "answers.forget", params: [:], commandID: nil, actor: Actor(userID: 0, roles: []))
                decider.decide(command) { _ in }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
